import { cookies } from 'next/headers';
import { currentAnswer } from './answer';

const name = 'done';
/** Long enough for a slow line, too short to be there when one comes back later. */
const SECONDS = 20;

const asked = () => currentAnswer()?.response.req;

const isDesk = (path: string) => /^(\/en)?\/desk\//.test(path);

/** Lets the page of the desk that an act leads to say that it is done. Other rooms have words of their own. */
export async function sayDone(address: string): Promise<void> {
  const { pathname } = new URL(address, 'http://local');
  if (isDesk(pathname)) (await cookies()).set(name, pathname, { httpOnly: true, sameSite: 'lax', maxAge: SECONDS });
}

/**
 * The address of the page being made, without what is asked of it; empty where no request is at hand. It asks our own
 * server, not Next: a page of the board may be kept all the same.
 */
export const pathAsked = (): string => asked()?.url?.split('?')[0] ?? '';

/** Its language. */
export const localeAsked = (): 'zh' | 'en' => (/^\/en(?:\/|$)/.test(pathAsked()) ? 'en' : 'zh');

/** Whether the page being made is asked for in large print. */
export const isBigAsked = (): boolean => /(?:^|;\s*)edition=big(?:;|$)/.test(asked()?.headers.cookie ?? '');

/** Whether the page being made is the one an act has just led to, and its language. */
export function justDone(): 'zh' | 'en' | null {
  const path = pathAsked();
  if (!isDesk(path)) return null;
  const crumbs = asked()?.headers.cookie?.split('; ') ?? [];
  if (!crumbs.includes(`${name}=${encodeURIComponent(path)}`)) return null;
  return path.startsWith('/en/') ? 'en' : 'zh';
}
