import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../lib/answer';
import { messages as shared } from '../lib/messages';
import { isSeen } from '../lib/text';
import { readLast } from './bodies';
import { isBelowApi } from './doors';
import { errorPage, errorPolicy, escaped, formPolicy, localeOf, wholePage } from './error-page';
import { formIn } from './form-in';
import { messages } from './messages';
import { plainPolicy } from './policies';

/** So long whoever is still sending is heard out, in milliseconds. */
const PATIENCE = 5_000;

/**
 * A connection cut at once loses the answer on its way, and one used again would be cut in the middle of the next request:
 * it is said to close with this answer, and ends when all that was sent has come, or after a while.
 */
export function hearOut(request: IncomingMessage, response: ServerResponse): void {
  const { socket, push } = request;
  const { destroySoon } = socket;
  const end = () => destroySoon.call(socket);
  response.setHeader('connection', 'close');
  socket.destroySoon = () => {};
  readLast(request);
  response.once('finish', () => {
    if (request.complete) {
      end();
      return;
    }
    request.push = (chunk, encoding) => {
      if (chunk === null) end();
      return push.call(request, chunk, encoding);
    };
    setTimeout(() => request.destroy(), PATIENCE).unref();
  });
}

/** The page it was sent from, where a door for machines has none of its own. */
function pageOf({ url = '/', headers }: IncomingMessage): string {
  if (!isBelowApi(url)) return url;
  return URL.canParse(headers.referer ?? '') ? new URL(headers.referer ?? '').pathname : '/';
}

/** What a form of a page with scripts, and a program, are told instead of a page. */
const codes: Record<number, string> = { 401: 'signed_out', 413: 'too_large', 429: 'too_fast' };

/** Says so to whoever cannot read a page; false for a browser that can. */
function toldByCode(
  { headers, url }: IncomingMessage,
  { response }: Answer,
  status: number,
  seconds?: number,
): boolean {
  const code = codes[status];
  const isProgram = isBelowApi(url) && headers.accept?.includes('application/json');
  if (!code || !(headers['next-action'] || isProgram)) return false;
  const more = seconds === undefined ? {} : { details: { seconds } };
  const problem = { type: 'about:blank', title: code, status, code, ...more };
  response.setHeader('content-security-policy', plainPolicy);
  // In a form of ours the words are those of components/form/unsent.ts.
  response.setHeader('content-type', isProgram ? 'application/problem+json' : 'text/plain');
  response.end(isProgram ? JSON.stringify(problem) : [code, ...(seconds === undefined ? [] : [seconds])].join(':'));
  return true;
}

/** Words, and a button that sends the same again: what was posted comes back in hidden fields. */
async function withItsWords(request: IncomingMessage, seconds: number): Promise<{ title: string; body: string }> {
  const { mishaps, yours, send, withoutFile } = messages[localeOf(pageOf(request))];
  const { title, text } = mishaps.often;
  const said = shared[localeOf(pageOf(request))].refusals.too_fast({ seconds });
  const data = await formIn(request);
  if (!data) return { title, body: `<p>${said}</p>\n<p>${text}</p>` };
  const fields = [...data.entries()];
  const names = String(data.get('$words') ?? '').split(',');
  const words = fields.flatMap(([name, value]) => (names.includes(name) && typeof value === 'string' ? [value] : []));
  const isWhole = fields.every(([, value]) => typeof value === 'string' || value.size === 0);
  const hidden = fields.flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`<input type="hidden" name="${escaped(name)}" value="${escaped(value).replace(/\r?\n/g, '&#10;')}">`]
      : [],
  );
  const quoted = words.filter(isSeen).map((one) => `<blockquote>${escaped(one.replaceAll('\r', ''))}</blockquote>`);
  const again = `<form method="post" enctype="multipart/form-data" action="${escaped(request.url ?? '/')}">
${hidden.join('\n')}
<p><button>${send}</button></p></form>`;
  const body = [`<p>${said}</p>`, quoted.length > 0 ? `<p>${yours}</p>` : '', ...quoted];
  return { title, body: [...body, isWhole ? again : `<p>${withoutFile}</p>`].join('\n') };
}

/** Somebody comes too often: after how many seconds to come again, and their words. */
export async function refuseTooFast(request: IncomingMessage, answer: Answer, seconds: number): Promise<void> {
  const { response } = answer;
  if (response.headersSent || response.destroyed) return;
  response.statusCode = 429;
  response.setHeader('retry-after', seconds);
  response.setHeader('cache-control', 'no-store');
  if (!request.complete) hearOut(request, response);
  if (toldByCode(request, answer, 429, seconds)) return;
  const page = wholePage({ locale: localeOf(pageOf(request)), answer, ...(await withItsWords(request, seconds)) });
  response.setHeader('content-security-policy', formPolicy);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page);
}

/** A whole page instead of an answer; what is still on its way here is not read. */
export function refuse(request: IncomingMessage, answer: Answer, status: number): void {
  const { response } = answer;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = status;
  response.setHeader('cache-control', 'no-store');
  if (status === 405) response.setHeader('allow', 'GET, HEAD, POST');
  if (status === 413 || status === 401) hearOut(request, response);
  if (toldByCode(request, answer, status)) return;
  response.setHeader('content-security-policy', errorPolicy);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(request.method === 'HEAD' ? undefined : errorPage(pageOf(request), answer, status));
}
