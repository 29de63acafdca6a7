import type { IncomingMessage } from 'node:http';
import { isLong } from './bodies';
import { isForm } from './intake';

/**
 * The form that was posted, where it is short and has come whole; whoever reads the request afterwards finds it there
 * still.
 */
export async function formIn(request: IncomingMessage): Promise<FormData | undefined> {
  if (isLong(request) || !request.complete || !isForm(request)) return undefined;
  const body: Buffer | null = request.read();
  if (!body) return undefined;
  // Before its end is told: nothing has been taken then.
  request.unshift(body);
  const headers = { 'content-type': String(request.headers['content-type']) };
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => undefined);
}
