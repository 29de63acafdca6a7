import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../lib/answer';
import { asksForBig, type Locale } from '../lib/edition';
import { isBelowApi, isByKey } from './doors';
import { type Mishap, messages } from './messages';
import { policyOf } from './policies';

const style = `body{margin:0;font:1.125rem/1.7 system-ui,"Noto Sans CJK SC",sans-serif;color:#1f1b16;background:#fbf8f2}
html[data-elder] body{font-size:1.5625rem}main{max-width:36rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:1.6rem;line-height:1.3}a{color:#8c1d18}
code{word-break:break-all}li{margin:.5rem 0}
blockquote{margin:1rem 0;padding-left:1rem;border-left:4px solid #d9cfbf;white-space:pre-wrap;overflow-wrap:anywhere}
button{font:inherit;padding:.6rem 1.5rem;min-height:3rem;color:#fff;background:#8c1d18;border:0;border-radius:.4rem}`;

export const errorPolicy = policyOf(style);
export const formPolicy = policyOf(style, 'forms');

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? '');

/** Pages only: the answers of machine doors and of the client router carry their own bodies. */
export function isErrorToReplace(status: number, request: IncomingMessage, response: ServerResponse): boolean {
  const unread = request.method === 'POST' && (status === 400 || status === 409);
  if (
    (status < 500 && !unread) ||
    request.url?.startsWith('/api/') ||
    request.headers.rsc ||
    request.headers['next-action']
  )
    return false;
  const type = String(response.getHeader('content-type') ?? '');
  return type === '' || type.startsWith('text/html') || type.startsWith('text/plain');
}

const mishaps: Record<number, Mishap> = {
  400: 'broken',
  401: 'left',
  403: 'foreign',
  404: 'none',
  405: 'verb',
  409: 'old',
  413: 'large',
  429: 'often',
  503: 'busy',
};

const pathOf = (url = '/') => url.replace(/\?.*$/s, '');
export const localeOf = (url?: string): Locale => (/^\/en(?:-big|\/|$)/.test(pathOf(url)) ? 'en' : 'zh');

interface Page {
  locale: Locale;
  title: string;
  /** Markup. */
  body: string;
  answer: Told;
}

const below = (home: string, page: string) => `${home === '/' ? '' : home}/${page}`;

type Told = Pick<Answer, 'id' | 'response'>;

/** A whole page that needs neither scripts nor Next. */
export function wholePage({ locale, title, body, answer: { id, response } }: Page): Buffer {
  const { lang, number, href, help } = messages[locale];
  const size = asksForBig(response.req.headers.cookie) ? ' data-elder' : '';
  return Buffer.from(`<!doctype html>
<html lang="${lang}"${size}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="/icon.svg" type="image/svg+xml"><title>${title}</title>
<style>${style}</style></head>
<body><main><h1>${title}</h1>
${body}
<p>${number}<br><code>${escaped(id)}</code></p>
<p><a href="${below(href, 'help')}">${help}</a></p></main></body></html>
`);
}

/** For a 500 or 503, or for what is refused at the door (400, 401, 403, 404, 405, 409, 413, 429). */
export function errorPage(url: string | undefined, answer: Told, status = 500): Buffer {
  const locale = localeOf(url);
  const { mishaps: told, again, href, home, enter } = messages[locale];
  const { title, text } = told[mishaps[status] ?? 'failed'];
  const path = escaped(pathOf(url));
  const back = encodeURIComponent(pathOf(url));
  const ways = [
    status === 401
      ? `<a href="${below(href, 'sign-in')}?back=${back}" target="_blank" rel="noopener">${enter}</a>`
      : `<a href="${path}">${again}</a>`,
    `<a href="${href}">${home}</a>`,
  ];
  const list = ways.map((way) => `<li>${way}</li>`).join('');
  return wholePage({ locale, title, body: `<p>${text}</p>\n<ul>${list}</ul>`, answer });
}

const hostOf = (address = '') => (URL.canParse(address) ? new URL(address).host : undefined);

/**
 * Whether something was posted from another site. Next would answer a form with a 500 before our own check can speak; a
 * missing Origin is left to that check, which gives the words back. Below `/api/` there are no words: it must be there.
 * Programs that come with a key of their own are no browser, and come from anywhere.
 */
export function isForeign(request: IncomingMessage, trustsProxy: boolean): boolean {
  const { origin, host } = request.headers;
  if (request.method !== 'POST' || isByKey(request.url)) return false;
  if (origin === undefined) return isBelowApi(request.url);
  const forwarded = trustsProxy ? request.headers['x-forwarded-host'] : undefined;
  return ![host, forwarded, hostOf(process.env.TONGXIN_URL)].filter(Boolean).includes(hostOf(origin));
}
