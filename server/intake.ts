import type { IncomingMessage } from 'node:http';

/** The largest form we read: a picture of 12 MB and the words beside it. Below Next's own limit, which answers with a 500. */
export const MOST_BYTES = 12.5 * 1024 * 1024;
/** A picture too large to take is still read to its end, up to here: its form comes back with what was written beside it. */
export const MOST_BYTES_READ_PAST = 4 * MOST_BYTES;
/** No form of ours has as many fields; reading a hundred thousand takes seconds. */
export const MOST_PARTS = 2_000;
/** All a form's words together, in bytes: far more than any field takes, so that a text too long comes back cut. */
export const MOST_WORDS = 2 * 1024 * 1024;
/** Opening brackets in all words together. Reading lists within lists within lists holds everybody up. */
export const MOST_BRACKETS = 20_000;

/** A sheet of 20 MB and the fields beside it. */
const MOST_BYTES_OF_SHEET = 20 * 1024 * 1024 + 64 * 1024;

const mostBytes = (url: string) =>
  url.startsWith('/api/pictures')
    ? MOST_BYTES_READ_PAST
    : /^\/api\/(?:register|orders)/.test(url)
      ? MOST_BYTES_OF_SHEET
      : MOST_BYTES;

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** Every form of ours is sent as multipart, with scripts and without. */
export const isForm = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  boundaryOf(headers['content-type']) !== undefined && !headers['content-encoding'];

/** The status with which a request is refused before anybody reads it; 0 when it is not. */
export function refusedAtOnce({
  method = '',
  url = '/',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): 0 | 405 | 413 {
  if (!methods.has(method)) return 405;
  if (['PUT', 'PATCH', 'DELETE'].includes(method) && !url.startsWith('/api/')) return 405;
  return Number(headers['content-length'] ?? 0) > mostBytes(url) ? 413 : 0;
}

const boundaryOf = (type = '') => /^multipart\/form-data;.*boundary="?([^";]{1,200})/i.exec(type)?.[1];

/** Counts the words in the fields of a form, whose pieces it is fed: what lies between the marks. A file is no words. */
function wordCounter() {
  let head: string | null = null;
  let inFile = false;
  let words = 0;
  let brackets = 0;
  return {
    feed(piece: string, begins: boolean) {
      if (begins) head = '';
      let text = piece;
      if (head !== null) {
        head += piece;
        const end = head.indexOf('\r\n\r\n');
        if (end < 0 && head.length < 4096) return;
        inFile = end >= 0 && /filename\*?=/i.test(head.slice(0, end));
        text = head.slice(Math.max(end, 0));
        head = null;
      }
      if (inFile) return;
      words += text.length;
      for (let at = 0; at < text.length; at += 1) {
        const letter = text.charCodeAt(at);
        if (letter === 91 || letter === 123) brackets += 1;
      }
    },
    tooMany: () => words > MOST_WORDS || brackets > MOST_BRACKETS,
  };
}

/**
 * Counts the bytes, fields and words of a body as they come in, without taking them from whoever reads it, and calls
 * `tooMuch` once when there are too many. What comes after that is dropped.
 */
export function watchBody(request: Pick<IncomingMessage, 'push' | 'headers' | 'url'>, tooMuch: () => void): void {
  const { push, headers, url = '/' } = request;
  const most = mostBytes(url);
  const type = headers['content-type'];
  const boundary = boundaryOf(type);
  const mark = boundary ? `--${boundary}` : /urlencoded/i.test(type ?? '') ? '&' : null;
  const counter = wordCounter();
  let bytes = 0;
  let parts = 0;
  let rest = '';
  let over = false;
  request.push = (chunk, encoding) => {
    if (over) return true;
    if (chunk) {
      bytes += chunk.length;
      if (mark) {
        const pieces = (rest + chunk.toString('latin1')).split(mark);
        parts += pieces.length - 1;
        // A mark that the end of this chunk cuts in two is whole in the next one.
        const last = pieces.pop() ?? '';
        rest = mark.length > 1 ? last.slice(1 - mark.length) : '';
        pieces.push(last.slice(0, last.length - rest.length));
        pieces.forEach((piece, at) => {
          counter.feed(piece, at > 0 && mark !== '&');
        });
      }
      over = bytes > most || parts > MOST_PARTS || counter.tooMany();
      if (over) {
        tooMuch();
        return true;
      }
    }
    return push.call(request, chunk, encoding);
  };
}
