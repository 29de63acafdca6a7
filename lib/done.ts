import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { cookies } from 'next/headers';

const name = 'done';
const responses = Symbol.for('tongxin.response');
/** Long enough for a slow line, too short to be there when one comes back later. */
const SECONDS = 20;

const answer = () => (globalThis as { [responses]?: AsyncLocalStorage<ServerResponse> })[responses]?.getStore();

const isDesk = (path: string) => /^(\/en)?\/desk\//.test(path);

/** Lets the page of the desk that an act leads to say that it is done. Other rooms have words of their own. */
export async function sayDone(address: string): Promise<void> {
  const { pathname } = new URL(address, 'http://local');
  if (isDesk(pathname)) (await cookies()).set(name, pathname, { httpOnly: true, sameSite: 'lax', maxAge: SECONDS });
}

/**
 * The address of the page being made, without what is asked of it; empty where no request is at hand. It asks the answer
 * `server/serve.mjs` keeps at hand, not Next: a page of the board is kept no less for asking.
 */
export const pathAsked = (): string => answer()?.req.url?.split('?')[0] ?? '';

/** Whether the page being made is the one an act has just led to, and its language. */
export function justDone(): 'zh' | 'en' | null {
  const path = pathAsked();
  if (!isDesk(path)) return null;
  const crumbs = answer()?.req.headers.cookie?.split('; ') ?? [];
  if (!crumbs.includes(`${name}=${encodeURIComponent(path)}`)) return null;
  return path.startsWith('/en/') ? 'en' : 'zh';
}
