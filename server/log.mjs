/** One JSON line on stdout. Never names, phones, addresses, cookies, query strings or form contents. */
export function say(level, fields) {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, ...fields })}\n`);
}

/** A path without what follows `?`, and without segments long enough to be a secret or somebody's id. */
const plainPath = (url = '/') =>
  url
    .split('?', 1)[0]
    .split('/')
    .map((part) => (part.length > 24 ? '…' : part))
    .join('/');

/** One line per answered request; files of the build are not worth one. */
export function logRequest(request, response, milliseconds, event = 'request') {
  if (request.url?.startsWith('/_next/static/')) return;
  const status = response.statusCode;
  say(status >= 500 ? 'error' : 'info', {
    event,
    id: response.getHeader('x-request-id'),
    method: request.method,
    path: plainPath(request.url),
    status,
    ms: Math.round(milliseconds * 10) / 10,
    queries: response[Symbol.for('tongxin.queries')] ?? 0,
    ...(response.writableFinished ? {} : { aborted: true }),
  });
}

/** A database error repeats the parameters of its statement, which are somebody's words: only the first line stays. */
const firstLine = (text) => String(text).split('\n', 1)[0].slice(0, 300);
const frames = (stack) =>
  String(stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());

/** What `console.error` was given, as one JSON line. */
export function logError(things, id) {
  const error = things.find((thing) => thing instanceof Error);
  const words = things.filter((thing) => typeof thing === 'string').map(firstLine);
  say('error', {
    event: 'error',
    ...(id ? { id } : {}),
    message: error ? firstLine(error.message) : words.join(' '),
    ...(error
      ? { name: error.name, code: error.code ?? error.cause?.code, digest: error.digest, stack: frames(error.stack) }
      : {}),
    ...(error?.cause instanceof Error ? { cause: error.cause.name } : {}),
  });
}
