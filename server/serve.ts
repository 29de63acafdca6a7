// `node --import tsx server/serve.ts`: the web process of a build.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { type Answer, currentAnswer, newAnswer } from '../lib/answer';
import { problems, problemsOfDatabase } from '../lib/fitness';
import { openBoard } from './board';
import { pacing, SHORT } from './bodies';
import { isBelowApi } from './doors';
import { isForeign } from './error-page';
import { refusedAtOnce, watchBody } from './intake';
import { logRequest, logThings, say } from './log';
import { openPages } from './pages';
import { headers, onlySecure, plainPolicy } from './policies';
import { porter } from './porter';
import { refuse } from './refuse';

const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.TONGXIN_HOST ?? '0.0.0.0';
const url = process.env.DATABASE_URL;
const trustsProxy = process.env.TONGXIN_TRUST_PROXY === 'yes';

for (const level of ['error', 'warn'] as const)
  console[level] = (...things: unknown[]) => logThings(level, things, currentAnswer()?.id);

/**
 * Production ends here with one line a reason: this process may have been started without `npm start`. A database that
 * does not answer is no reason: it is asked for again by every request, and a page says so.
 */
async function mustBeFit(): Promise<void> {
  if (process.env.TONGXIN_MODE === 'demonstration') return;
  const reasons = problems(process.env);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    reasons.push(...(await problemsOfDatabase(client)));
  } catch (error) {
    say('error', { event: 'fitness', message: error instanceof Error ? error.message : String(error) });
  } finally {
    await client.end().catch(() => {});
  }
  for (const reason of reasons) process.stderr.write(`${reason}\n`);
  if (reasons.length > 0) process.exit(1);
}

await mustBeFit();
process.env.TONGXIN_URL ??= `http://localhost:${port}`;
const site = process.env.TONGXIN_URL;
const said = { ...headers, ...(site.startsWith('https:') && onlySecure) };
const build = process.env.TONGXIN_DIST ?? '.next';
const pages = await openPages({ build, port, hostname });
const board = openBoard({
  url,
  site,
  make: (request, answer) => {
    begin(request, answer, 'render');
    pages.answer(request, answer);
  },
});
await board.ready;
const pace = pacing();
const letIn = porter({ trustsProxy, build });

/** Every answer names its request, and leaves one line in the log when it is over. */
function begin(request: IncomingMessage, answer: Answer, event?: string): void {
  const started = performance.now();
  answer.response.setHeader('x-request-id', answer.id);
  answer.response.on('close', () => logRequest(request, answer, performance.now() - started, event));
}

const server = createServer(
  // A short body waits whole for its turn.
  { maxHeaderSize: 16 * 1024, headersTimeout: 15_000, requestTimeout: 60_000, highWaterMark: 2 * SHORT },
  (request, response) => {
    const answer = newAnswer(response, randomUUID());
    begin(request, answer);
    if (!trustsProxy)
      for (const name of Object.keys(request.headers))
        if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name];
    for (const [name, value] of Object.entries(said)) response.setHeader(name, value);
    pace(request);
    if (isBelowApi(request.url) && !pages.isDoor(request.url)) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': plainPolicy });
      response.end('Not found.\n');
      return;
    }
    const status = isForeign(request, trustsProxy) ? 403 : refusedAtOnce(request);
    if (status > 0) {
      refuse(request, answer, status);
      return;
    }
    watchBody(request, () => refuse(request, answer, 413));
    board
      .answer(request, answer)
      .then((answered) => (answered ? undefined : letIn(request, answer, () => pages.answer(request, answer))))
      .catch((error) => {
        console.error(error);
        refuse(request, answer, 500);
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
async function stop(): Promise<void> {
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
  await pages.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
