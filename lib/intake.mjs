/** The largest form we read: a picture of 12 MB and the words beside it. Below Next's own limit, which answers with a 500. */
export const MOST_BYTES = 12.5 * 1024 * 1024;
/** A picture too large to take is still read to its end, up to here: its form comes back with what was written beside it. */
export const MOST_BYTES_READ_PAST = 4 * MOST_BYTES;
/** No form of ours has as many fields; reading a hundred thousand takes seconds. */
export const MOST_PARTS = 2_000;

const mostBytes = (url) => (url.startsWith('/api/pictures') ? MOST_BYTES_READ_PAST : MOST_BYTES);

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** The status with which a request is refused before anybody reads it; 0 when it is not. */
export function refusedAtOnce({ method, url = '/', headers }) {
  if (!methods.has(method ?? '')) return 405;
  if (['PUT', 'PATCH', 'DELETE'].includes(method) && !url.startsWith('/api/')) return 405;
  return Number(headers['content-length'] ?? 0) > mostBytes(url) ? 413 : 0;
}

const boundaryOf = (type = '') => /^multipart\/form-data;.*boundary="?([^";]{1,200})/i.exec(type)?.[1];

/**
 * Counts the bytes and fields of a body as they come in, without taking them from whoever reads it, and calls
 * `tooMuch` once when there are too many. What comes after that is dropped.
 */
export function watchBody(request, tooMuch) {
  const { push, headers, url = '/' } = request;
  const most = mostBytes(url);
  const type = headers['content-type'];
  const boundary = boundaryOf(type);
  const mark = boundary ? `--${boundary}` : /urlencoded/i.test(type ?? '') ? '&' : null;
  let bytes = 0;
  let parts = 0;
  let rest = '';
  let over = false;
  request.push = (chunk, encoding) => {
    if (over) return true;
    if (chunk) {
      bytes += chunk.length;
      if (mark) {
        const text = rest + chunk.toString('latin1');
        const pieces = text.split(mark);
        parts += pieces.length - 1;
        // A mark that the end of this chunk cuts in two is whole in the next one.
        rest = mark.length > 1 ? (pieces.at(-1) ?? '').slice(1 - mark.length) : '';
      }
      over = bytes > most || parts > MOST_PARTS;
      if (over) {
        tooMuch();
        return true;
      }
    }
    return push.call(request, chunk, encoding);
  };
}
