import type { IncomingMessage } from 'node:http';

/** Bodies up to this many bytes are read as they come, and wait whole for their turn: forms of words. */
export const SHORT = 128 * 1024;

type Sent = Pick<IncomingMessage, 'headers'>;

/** What does not say how long it is may be as long as it likes. */
export const isLong = ({ headers }: Sent): boolean => {
  const bodiless = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
  return !bodiless && Number(headers['content-length'] ?? Number.POSITIVE_INFINITY) > SHORT;
};

/** Resolves when a body has come whole, which then waits to be read, or will not come any more. */
export function whole(request: IncomingMessage): Promise<void> {
  const { push } = request;
  return new Promise((resolve) => {
    if (request.complete || request.destroyed) resolve();
    request.push = (piece, encoding) => {
      if (piece === null) resolve();
      return push.call(request, piece, encoding);
    };
    request.once('close', resolve);
  });
}

/** Refused already: what still comes of it is read with what others leave of the pace. */
const unwanted = new WeakSet<IncomingMessage>();
export const readLast = (request: IncomingMessage): void => void unwanted.add(request);

/**
 * Reads the long bodies of all requests together at most so fast, whoever sends them. Without it twenty uploads keep
 * every turn of the event loop busy with their pieces, and a page that asks the database ten times waits ten long turns.
 *
 * @returns to be called before anybody reads the request
 */
export function pacing({ bytesPerSecond = 5 * 1024 * 1024 } = {}): (request: IncomingMessage) => void {
  const waiting: (() => void)[] = [];
  const last: (() => void)[] = [];
  /** When what has been read so far is paid for. */
  let paid = 0;
  let planned = false;

  const next = () => {
    planned = false;
    if (performance.now() >= paid) (waiting.shift() ?? last.shift())?.();
    if (waiting.length + last.length > 0) plan(1);
  };
  const plan = (least: number) => {
    if (planned) return;
    planned = true;
    setTimeout(next, Math.max(least, paid - performance.now()));
  };

  return (request) => {
    if (!isLong(request)) return;
    const { push, _read: read } = request;
    request.push = (piece, encoding) => {
      push.call(request, piece, encoding);
      if (piece) paid = Math.max(paid, performance.now()) + (piece.length / bytesPerSecond) * 1000;
      // False: nothing more is taken from the socket until `_read` asks for it.
      return false;
    };
    request._read = (size) => {
      (unwanted.has(request) ? last : waiting).push(() => read.call(request, size));
      plan(0);
    };
  };
}
