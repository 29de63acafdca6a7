import type { IncomingMessage } from 'node:http';
import type { Answer } from '../lib/answer';
import { errorPage, errorPolicy } from './error-page';

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
  // Whoever is still sending is heard out for a moment: a connection cut at once loses the answer on its way.
  if (status === 413) response.once('finish', () => setTimeout(() => request.destroy(), 1_000).unref());
  response.statusCode = status;
  response.end(request.method === 'HEAD' ? undefined : errorPage(request.url, id, status));
}
