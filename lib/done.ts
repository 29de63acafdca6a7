import { cookies } from 'next/headers';
import { currentAnswer } from './answer';
import { CRUMBS, crumbsSpent } from './crumbs';
import { asksForBig } from './edition';
import { cut, inOneLine } from './text';

const MOST_WORDS = 60;
/** Long enough for a slow line, too short to be there when one comes back later. */
const SECONDS = 60;

const asked = () => currentAnswer()?.response.req;

/** What an address asks for when its page has words of its own for what was done. */
const OWN = ['done', 'saved'];

/** Lets the page that an act leads to say that it is done: this once, and not whenever somebody comes back to it. */
export async function sayDone(address: string, did = ''): Promise<void> {
  const { pathname } = new URL(address, 'http://local');
  const crumbs = await cookies();
  const short = { httpOnly: true, sameSite: 'lax', maxAge: SECONDS } as const;
  crumbs.set(CRUMBS.page, pathname, short);
  crumbs.set(CRUMBS.button, inOneLine(cut(did, MOST_WORDS)), short);
}

/**
 * The address of the page being made, without what is asked of it; empty where no request is at hand. It asks our own
 * server, not Next: a page of the board may be kept all the same.
 */
export const pathAsked = (): string => asked()?.url?.split('?')[0] ?? '';

/** Whether its address says why an upload was not taken. */
export function saysWhyNot(): boolean {
  const { searchParams } = new URL(asked()?.url ?? '/', 'http://local');
  return ['picture', 'problem'].some((name) => searchParams.has(name));
}

/** Which of several forms it was, where its address says so. */
export const formAsked = (): string | null => new URL(asked()?.url ?? '/', 'http://local').searchParams.get('form');

/** Where it leads back to; empty where its address does not say. */
export const backAsked = (): string => new URL(asked()?.url ?? '/', 'http://local').searchParams.get('back') ?? '';

/** Its language. */
export const localeAsked = (): 'zh' | 'en' => (/^\/en(?:\/|$)/.test(pathAsked()) ? 'en' : 'zh');

/** Whether the page being made is asked for in large print. */
export const isBigAsked = (): boolean => asksForBig(asked()?.headers.cookie);

const crumbsOf = (): string[] => asked()?.headers.cookie?.split('; ') ?? [];

/** Whether an act has just led to the page being made; the answer to another post says what came of that one. */
function isJustCome(): boolean {
  const isCome = asked()?.method !== 'POST' && crumbsOf().includes(`${CRUMBS.page}=${encodeURIComponent(pathAsked())}`);
  if (isCome) sayNoMore();
  return isCome;
}

/** Whoever comes to the page again is not told again. */
function sayNoMore(): void {
  const response = currentAnswer()?.response;
  if (!response || response.headersSent) return;
  response.setHeader('set-cookie', crumbsSpent([response.getHeader('set-cookie') ?? []].flat().map(String)));
}

/** What is asked of the page being made; that something is done only of the one an act has just led to. */
export const withoutOldNews = <T>(said: Record<string, T>): Record<string, T> =>
  isJustCome() ? said : Object.fromEntries(Object.entries(said).filter(([asks]) => !OWN.includes(asks)));

/** What the button said that led to the page being made; empty where nobody knows. */
export function justDid(): string {
  const crumb = crumbsOf().find((one) => one.startsWith(`${CRUMBS.button}=`));
  try {
    return cut(decodeURIComponent(crumb?.slice(CRUMBS.button.length + 1) ?? ''), MOST_WORDS);
  } catch {
    return '';
  }
}

/** Whether the page being made says in general words that it is done, and in which language. */
export function justDone(): 'zh' | 'en' | null {
  const isOurs = /^(\/en)?\/(act|desk|door|me)(\/|$)/.test(pathAsked());
  const { searchParams } = new URL(asked()?.url ?? '/', 'http://local');
  if (!isOurs || OWN.some((asks) => searchParams.has(asks)) || !isJustCome()) return null;
  return localeAsked();
}
