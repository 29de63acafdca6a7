import type { IncomingMessage } from 'node:http';

/** Bodies up to this many bytes are read as they come: forms of words. */
const SHORT = 128 * 1024;

/**
 * Reads the long bodies of all requests together at most so fast, whoever sends them. Without it twenty uploads keep
 * every turn of the event loop busy with their pieces, and a page that asks the database ten times waits ten long turns.
 *
 * @returns to be called before anybody reads the request
 */
export function pacing({ bytesPerSecond = 5 * 1024 * 1024 } = {}): (request: IncomingMessage) => void {
  const waiting: (() => void)[] = [];
  /** When what has been read so far is paid for. */
  let paid = 0;
  let planned = false;

  const next = () => {
    planned = false;
    if (performance.now() >= paid) waiting.shift()?.();
    if (waiting.length > 0) plan(1);
  };
  const plan = (least: number) => {
    if (planned) return;
    planned = true;
    setTimeout(next, Math.max(least, paid - performance.now()));
  };

  return (request) => {
    if (Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) <= SHORT) return;
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const { push, _read: read } = request;
    request.push = (piece, encoding) => {
      push.call(request, piece, encoding);
      if (piece) paid = Math.max(paid, performance.now()) + (piece.length / bytesPerSecond) * 1000;
      // False: nothing more is taken from the socket until `_read` asks for it.
      return false;
    };
    request._read = (size) => {
      waiting.push(() => read.call(request, size));
      plan(0);
    };
  };
}
