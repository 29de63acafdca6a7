import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import next from 'next';
import pg from 'pg';
import { openBoard } from './board.mjs';
import { pacing } from './bodies.mjs';
import { errorPage, errorPolicy, isErrorToReplace, isForeign } from './error-page.mjs';
import { problems, problemsOfDatabase } from './fitness.mjs';
import { isForm, refusedAtOnce, watchBody } from './intake.mjs';
import { logError, logRequest, say } from './log.mjs';

const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.TONGXIN_HOST ?? '0.0.0.0';
process.env.TONGXIN_URL ??= `http://localhost:${port}`;
const trustsProxy = process.env.TONGXIN_TRUST_PROXY === 'yes';

/** lib/missing.ts sets the status of the answer through this; see there. */
const responses = new AsyncLocalStorage();
globalThis[Symbol.for('tongxin.response')] = responses;
const forced = Symbol.for('tongxin.status');
const boardAnswer = Symbol.for('tongxin.board-answer');
const understood = Symbol.for('tongxin.understood');
const forBoard = Symbol('for the board');

console.error = (...things) => logError(things, responses.getStore()?.getHeader('x-request-id'));

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};
/** For what is no page: pictures, files of the build, JSON. */
const plainPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const doors = /^\/api\/(?:edition|health|me|pictures|register)(?:[/?]|$)/;

/** Whether an address of a machine is none: Next would take a form sent there for a server action, and fail. */
const isNoDoor = (url = '/') => /^\/api(?:[/?]|$)/.test(url) && !doors.test(url);

/** For the cache before us: until when the answer holds, and the change of which subjects ends it (see lib/board.ts). */
function sayWhenAnew(response) {
  const { turnsAt, shows } = response[boardAnswer] ?? {};
  if (turnsAt) response.setHeader('x-turns-at', turnsAt);
  const subjects = [...(shows ?? [])].join(' ');
  // Too many for a head are as good as none said: any change of the community ends it.
  if (subjects !== '' && subjects.length < 8_000) response.setHeader('x-shows', subjects);
}

/**
 * Our last word on an answer, said at the moment its head is written: the status a page asked for, a policy where none
 * is set, and a full body in place of the empty one Next sends when a page throws.
 */
function guard(request, response) {
  const { writeHead, write, end } = response;
  let replacement;
  response.writeHead = (status, ...rest) => {
    const given = rest.at(-1);
    const unread = status >= 500 && request.method === 'POST' && !doors.test(request.url) && !response[understood];
    const wanted = unread ? 400 : status === 200 && response[forced] ? response[forced] : status;
    if (given && typeof given === 'object') {
      const pairs = Array.isArray(given)
        ? given.flatMap((name, at) => (at % 2 ? [] : [[name, given[at + 1]]]))
        : Object.entries(given);
      for (const [name, value] of pairs) response.setHeader(name, value);
    }
    if (isErrorToReplace(wanted, request, response)) {
      for (const name of ['content-encoding', 'etag', 'content-length', 'transfer-encoding', 'vary', 'x-nextjs-cache'])
        response.removeHeader(name);
      replacement = errorPage(request.url, response.getHeader('x-request-id'), wanted);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-length', replacement.length);
      response.setHeader('content-security-policy', errorPolicy);
    }
    if (response[forBoard]) sayWhenAnew(response);
    if (!response.hasHeader('content-security-policy')) response.setHeader('content-security-policy', plainPolicy);
    return writeHead.call(response, wanted);
  };
  response.write = (chunk, encoding, done) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!replacement) return write.call(response, chunk, encoding, done);
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
  response.end = (chunk, encoding, done) => {
    // Setting the head early would turn a short answer into a chunked one: give it its length first.
    if (!response.headersSent) {
      const body = typeof chunk === 'function' ? undefined : chunk;
      if (!response.hasHeader('content-length') && body !== undefined && body !== null)
        response.setHeader('content-length', Buffer.byteLength(body, typeof encoding === 'string' ? encoding : 'utf8'));
      response.writeHead(response.statusCode);
    }
    if (!replacement) return end.call(response, chunk, encoding, done);
    const last = [chunk, encoding, done].find((x) => typeof x === 'function');
    return end.call(response, request.method === 'HEAD' ? undefined : replacement, last);
  };
}

await mustBeFit();
const app = next({ dev: false, hostname, port });
const handle = app.getRequestHandler();
await app.prepare();

/**
 * Production ends here with one line a reason: this process may have been started without `npm start`. A database that
 * does not answer is no reason: it is asked for again by every request, and a page says so.
 */
async function mustBeFit() {
  if (process.env.TONGXIN_MODE === 'demonstration') return;
  const reasons = problems(process.env);
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    reasons.push(...(await problemsOfDatabase(client)));
  } catch (error) {
    say('error', { event: 'fitness', message: error.message });
  } finally {
    await client.end().catch(() => {});
  }
  for (const reason of reasons) process.stderr.write(`${reason}\n`);
  if (reasons.length > 0) process.exit(1);
}

/** Whether the address can be read: Next fails over one that cannot. */
function isReadable(url = '/') {
  try {
    decodeURIComponent(url.split('?', 1)[0]);
    return true;
  } catch {
    return false;
  }
}

/** Next's answer, whole also when it fails. */
function answerWithNext(request, response) {
  if (!isReadable(request.url)) {
    refuse(request, response, 404);
    return;
  }
  if (request.method === 'POST' && !doors.test(request.url) && !isForm(request)) {
    refuse(request, response, 400);
    return;
  }
  guard(request, response);
  responses.run(response, () => {
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

const board = openBoard({
  url: process.env.DATABASE_URL,
  handle: (request, response) => {
    const started = performance.now();
    response.setHeader('x-request-id', request.headers['x-request-id'] ?? '');
    response.on('close', () => logRequest(request, response, performance.now() - started, 'render'));
    response[forBoard] = true;
    answerWithNext(request, response);
  },
});
await board.ready;

const pace = pacing();

/** A whole page instead of an answer; what is still on its way here is not read. */
function refuse(request, response, status) {
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
  response.end(
    request.method === 'HEAD' ? undefined : errorPage(request.url, response.getHeader('x-request-id'), status),
  );
}

const server = createServer(
  { maxHeaderSize: 16 * 1024, headersTimeout: 15_000, requestTimeout: 60_000 },
  (request, response) => {
    const started = performance.now();
    const id = randomUUID();
    request.headers['x-request-id'] = id;
    if (!trustsProxy)
      for (const name of Object.keys(request.headers))
        if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name];
    response.setHeader('x-request-id', id);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.on('close', () => logRequest(request, response, performance.now() - started));
    pace(request);
    if (isNoDoor(request.url)) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': plainPolicy });
      response.end('Not found.\n');
      return;
    }
    const status = isForeign(request, trustsProxy) ? 403 : refusedAtOnce(request);
    if (status > 0) {
      refuse(request, response, status);
      return;
    }
    watchBody(request, () => refuse(request, response, 413));
    board
      .answer(request, response)
      .then((answered) => answered || answerWithNext(request, response))
      .catch((error) => {
        console.error(error);
        refuse(request, response, 500);
      });
  },
);
server.keepAliveTimeout = 20_000;
server.on('error', (error) => {
  say('error', { event: 'listen', message: error.message });
  process.exit(1);
});
server.listen(port, hostname, () => {
  say('info', { event: 'listening', port });
  process.send?.({ ready: true, port });
});

let stopping = false;
/** Answers what is under way, takes nothing new, leaves after ten seconds at the latest. */
async function stop() {
  if (stopping) return;
  stopping = true;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 200);
  setTimeout(() => server.closeAllConnections(), 8_000).unref();
  setTimeout(() => process.exit(0), 10_000).unref();
  await closed;
  clearInterval(idle);
  await board.end();
  await app.close().catch(() => {});
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
