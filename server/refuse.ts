import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../lib/answer';
import { errorPage, errorPolicy } from './error-page';

/** So long whoever is still sending is heard out, in milliseconds. */
const PATIENCE = 5_000;

/**
 * A connection cut at once loses the answer on its way, and one used again would be cut in the middle of the next request:
 * it is said to close with this answer, and ends when all that was sent has come, or after a while.
 */
function hearOut(request: IncomingMessage, response: ServerResponse): void {
  const { socket, push } = request;
  const { destroySoon } = socket;
  const end = () => destroySoon.call(socket);
  response.setHeader('connection', 'close');
  socket.destroySoon = () => {};
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

/** A whole page instead of an answer; what is still on its way here is not read. */
export function refuse(request: IncomingMessage, { id, response }: Answer, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader('content-security-policy', errorPolicy);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  if (status === 405) response.setHeader('allow', 'GET, HEAD, POST');
  if (status === 413) hearOut(request, response);
  response.statusCode = status;
  response.end(request.method === 'HEAD' ? undefined : errorPage(request.url, id, status));
}
