import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { leadsHere } from '../lib/addresses';
import type { Answer } from '../lib/answer';
import { crumbsSpent } from '../lib/crumbs';
import { errorPage, errorPolicy, isErrorToReplace } from './error-page';
import { plainPolicy } from './policies';

/** Headers as `writeHead` takes them: by name, or names and values in turn. */
type Given = OutgoingHttpHeaders | string[];

function setHeaders(response: ServerResponse, given: Given): void {
  const pairs = Array.isArray(given)
    ? given.flatMap((name, at): [string, string][] => (at % 2 ? [] : [[name, String(given[at + 1])]]))
    : Object.entries(given);
  for (const [name, value] of pairs) if (value !== undefined) response.setHeader(name, value);
}

/** Whatever an address went through on its way, the last of it leads to this site. */
function stayHere(response: ServerResponse): void {
  const location = response.getHeader('location');
  if (location !== undefined && !leadsHere(location)) response.setHeader('location', '/');
}

/** For the cache before us: until when the answer holds, and the change of which subjects ends it. */
function sayWhenAnew({ response, turnsAt, shows }: Answer): void {
  if (Number.isFinite(turnsAt)) response.setHeader('x-turns-at', turnsAt);
  const subjects = [...shows].join(' ');
  // Too many for a head are as good as none said: any change of the community ends it.
  if (subjects !== '' && subjects.length < 8_000) response.setHeader('x-shows', subjects);
}

/** With scripts the page an act leads to is made within the answer to the act, and has said already that it is done. */
function sayDoneOnce(response: ServerResponse): void {
  const isWithin =
    response.hasHeader('x-action-redirect') &&
    String(response.getHeader('content-type')).startsWith('text/x-component');
  if (isWithin)
    response.setHeader('set-cookie', crumbsSpent([response.getHeader('set-cookie') ?? []].flat().map(String)));
}

type Done = (error?: Error | null) => void;
const doneOf = (...last: unknown[]) => last.find((one): one is Done => typeof one === 'function');

/**
 * Our last word on an answer of Next's, said at the moment its head is written: the status a page asked for, a policy
 * where none is set, and a full body in place of the empty one Next sends when a page throws.
 *
 * @param answer whose request is not for a door of machines when `isDoor` is false: a post that fails before it is
 *   understood was no form of ours then
 */
export function sayLastWord(request: IncomingMessage, answer: Answer, isDoor: boolean): void {
  const { response } = answer;
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  let replacement: Buffer | undefined;

  const statusOf = (status: number) => {
    if (status >= 500 && answer.overloaded) return 503;
    if (status >= 500 && request.method === 'POST' && !isDoor && !answer.understood) return 400;
    // A page that sends a post elsewhere means it to be looked at there, not to be sent there again.
    if (status === 307 && request.method === 'POST' && !isDoor) return 303;
    return status === 200 ? (answer.status ?? 200) : status;
  };

  response.writeHead = (status: number, ...rest: unknown[]) => {
    const given = rest.at(-1);
    const wanted = statusOf(status);
    if (given && typeof given === 'object') setHeaders(response, given as Given);
    stayHere(response);
    sayDoneOnce(response);
    if (wanted === 503) response.setHeader('retry-after', 20);
    // A page that asked for its status has said why, and holds the words that were sent.
    if (wanted !== answer.status && isErrorToReplace(wanted, request, response)) {
      for (const name of ['content-encoding', 'etag', 'content-length', 'transfer-encoding', 'vary', 'x-nextjs-cache'])
        response.removeHeader(name);
      replacement = errorPage(request.url, answer, wanted);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-length', replacement.length);
      response.setHeader('content-security-policy', errorPolicy);
    }
    if (answer.forBoard) sayWhenAnew(answer);
    if (!response.hasHeader('content-security-policy')) response.setHeader('content-security-policy', plainPolicy);
    return writeHead(wanted);
  };

  response.write = (chunk: unknown, ...rest: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!replacement) return write(chunk, ...rest);
    doneOf(...rest)?.();
    return true;
  };

  response.end = (...given: unknown[]) => {
    // Setting the head early would turn a short answer into a chunked one: give it its length first.
    if (!response.headersSent) {
      const [body, encoding] = given;
      if (!response.hasHeader('content-length') && (typeof body === 'string' || body instanceof Uint8Array))
        response.setHeader(
          'content-length',
          Buffer.byteLength(body, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
        );
      response.writeHead(response.statusCode);
    }
    if (!replacement) return end(...given);
    return end(request.method === 'HEAD' ? undefined : replacement, doneOf(...given));
  };
}
