import type { IncomingMessage } from 'node:http';
import next from 'next';
import { type Answer, whileAnswering } from '../lib/answer';
import { addressOf, withoutEdition } from './address';
import { doorsOf, pagesOf } from './doors';
import { isForm } from './intake';
import { sayLastWord } from './last-word';
import { plainPolicy, roomPolicy } from './policies';
import { refuse } from './refuse';

/** Whether the address can be read: Next fails over one that cannot. */
function isReadable(url = '/'): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/**
 * Tells Next what it is to make: the edition of a page, by which next.config.js finds its inner address, and for a page
 * made for one person the policy with its nonce. What a visitor says there themselves is not heard.
 */
function prepare({ url, headers }: IncomingMessage, { response }: Answer): void {
  const { edition, meaning } = addressOf(url, headers.cookie);
  delete headers['content-security-policy'];
  delete headers['content-security-policy-report-only'];
  delete headers['x-edition'];
  if (meaning !== 'machine' && meaning !== 'edition') headers['x-edition'] = edition;
  if (meaning !== 'room') return;
  const policy = roomPolicy();
  headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
}

/** Next, which makes the pages of a build. `answer` gives its answers whole also when it fails. */
export async function openPages({ build, port, hostname }: { build: string; port: number; hostname: string }) {
  const app = next({ dev: false, hostname, port });
  const handle = app.getRequestHandler();
  await app.prepare();
  const isDoor = doorsOf(build);
  const isPage = pagesOf(build);

  function answer(request: IncomingMessage, made: Answer): void {
    const { response } = made;
    const isDoors = isDoor(request.url);
    const unreadable = isReadable(request.url) ? request.method === 'POST' && !isDoors && !isForm(request) && 400 : 404;
    if (unreadable) {
      refuse(request, made, unreadable);
      return;
    }
    const elsewhere = withoutEdition(request.url);
    if (elsewhere !== undefined) {
      response.writeHead(307, { location: elsewhere, 'content-security-policy': plainPolicy });
      response.end();
      return;
    }
    prepare(request, made);
    made.isPage = isPage;
    sayLastWord(request, made, isDoors);
    whileAnswering(made, () => {
      handle(request, response).catch((error) => {
        console.error(error);
        if (response.headersSent) response.destroy();
        else {
          response.statusCode = 500;
          response.end();
        }
      });
    });
  }

  return { answer, isDoor, close: () => app.close().catch(() => {}) };
}
