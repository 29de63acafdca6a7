import type { IncomingMessage } from 'node:http';
import type { Answer } from '../lib/answer';

/** One JSON line on stdout. Never names, phones, addresses, cookies, query strings or form contents. */
export function say(level: 'info' | 'warn' | 'error', fields: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, ...fields })}\n`);
}

/** A path without what follows `?`, and without segments long enough to be a secret or somebody's id. */
const plainPath = (url = '/'): string =>
  url
    .replace(/\?.*$/s, '')
    .split('/')
    .map((part) => (part.length > 24 ? '…' : part))
    .join('/');

/** One line per answered request; files of the build are not worth one. */
export function logRequest(
  request: IncomingMessage,
  { id, response, statements }: Answer,
  milliseconds: number,
  event = 'request',
): void {
  if (request.url?.startsWith('/_next/static/')) return;
  const status = response.statusCode;
  say(status >= 500 ? 'error' : 'info', {
    event,
    id,
    method: request.method,
    path: plainPath(request.url),
    status,
    ms: Math.round(milliseconds * 10) / 10,
    queries: statements,
    ...(response.writableFinished ? {} : { aborted: true }),
  });
}

/** A database error repeats the parameters of its statement, which are somebody's words: only the first line stays. */
const firstLine = (text: string): string => text.replace(/\n.*$/s, '').slice(0, 300);
const frames = (stack = ''): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());

interface Failure extends Error {
  code?: string;
  /** Next's number for it. */
  digest?: string;
}

/** What `console.error` or `console.warn` was given, as one JSON line. */
export function logThings(level: 'warn' | 'error', things: unknown[], id?: string): void {
  const error: Failure | undefined = things.find((thing) => thing instanceof Error);
  const words = things.filter((thing) => typeof thing === 'string').map(firstLine);
  const cause = error?.cause as Failure | undefined;
  say(level, {
    event: level === 'error' ? 'error' : 'warning',
    ...(id ? { id } : {}),
    message: error ? firstLine(error.message) : words.join(' '),
    ...(error
      ? { name: error.name, code: error.code ?? cause?.code, digest: error.digest, stack: frames(error.stack) }
      : {}),
    ...(cause instanceof Error ? { cause: cause.name } : {}),
  });
}
