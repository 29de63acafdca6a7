import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, whileAnswering } from '../lib/answer';
import { valuesIn } from '../lib/form-state';
import { keepPost } from '../lib/kept-post';
import { markIn } from '../lib/mark';
import { keepable } from '../lib/text';
import { keptCookie } from '../lib/token';
import { cookieOf } from './asker';

const KEPT_SECONDS = 3600;

/** What was written, as it can be kept. */
export const writtenIn = (data: FormData): Record<string, string> =>
  Object.fromEntries(Object.entries(valuesIn(data)).map(([name, value]) => [name, keepable(value)]));

/** Where whoever has to sign in does so, and comes back from. */
export const signInFrom = (locale: 'zh' | 'en', page: string, kept: boolean): string =>
  `${locale === 'en' ? '/en' : ''}/sign-in?${kept ? 'kept=1&' : ''}back=${encodeURIComponent(page)}`;

interface Form {
  page: string;
  data: FormData;
  isPage: (path: string) => boolean;
}

/**
 * Keeps what was written on a page in the browser that sent it, for whoever's it was; the answer gives that browser the key.
 *
 * @returns whether it is kept
 */
export async function keepInBrowser(request: IncomingMessage, answer: Answer, form: Form): Promise<boolean> {
  const { page, data, isPage } = form;
  const key = cookieOf(request.headers.cookie, keptCookie()) ?? randomBytes(32).toString('base64url');
  const kept = await whileAnswering({ ...answer, lane: 'entrance', isPage }, () =>
    keepPost(key, page, writtenIn(data), markIn(data)),
  ).catch(() => false);
  const secure = keptCookie().startsWith('__Host-') ? '; Secure' : '';
  if (kept)
    answer.response.setHeader(
      'set-cookie',
      `${keptCookie()}=${key}; Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
    );
  return kept;
}
