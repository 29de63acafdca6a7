import fs from 'node:fs';
import http from 'node:http';
import pg from 'pg';
import { boardCache } from './board-cache.mjs';
import { clearLeftBehind, socketFolder } from './left-behind.mjs';
import { say } from './log.mjs';

/** First segments that are rooms of their own, files, or inner addresses: none of them is a community. */
const rooms = new Set([
  '_next',
  'api',
  'act',
  'me',
  'door',
  'desk',
  'inside',
  'sign-in',
  'zh',
  'en',
  'zh-big',
  'en-big',
]);
const plain = /^\/[a-z][a-z0-9-]*(?:\/[A-Za-z0-9][A-Za-z0-9._~-]*)*$/;
const policy = [
  `default-src 'none'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `font-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `object-src 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/**
 * Which page of the board an address means: its edition and its path without language. Undefined for other rooms.
 * `path` is `/*` for what cannot be an address of the board, `/` for the list of communities.
 */
function boardAddress(url = '/', cookie = '') {
  const asked = url.split('?', 1)[0];
  const english = asked === '/en' || asked.startsWith('/en/');
  const path = english ? asked.slice(3) || '/' : asked;
  const first = path.split('/')[1] ?? '';
  if (rooms.has(first) || /^[a-z0-9-]+\.[a-z0-9]+$/.test(first)) return undefined;
  const big = /(?:^|;\s*)edition=big(?:;|$)/.test(cookie);
  const edition = `${english ? 'en' : 'zh'}${big ? '-big' : ''}`;
  if (path === '/') return { edition, path };
  if (path.endsWith('/') && plain.test(path.replace(/\/+$/, '')))
    return { edition, path, to: asked.replace(/\/+$/, '') };
  return { edition, path: plain.test(path) ? path : '/*' };
}

const codings = (accepted = '') =>
  ['br', 'gzip'].find((coding) =>
    new RegExp(`(?:^|[,\\s])${coding}(?:$|[,;\\s])(?!\\s*q=0(?:\\.0*)?(?:$|,))`).test(accepted),
  );

/** Listens for what changes on the board; calls `heard(changed)`, and `hear(true|false)` when it can or cannot. */
function listen(url, { heard, hear }) {
  let client;
  let beat;
  let ended = false;
  let ahead = 0;
  const again = () => {
    if (client) {
      client.removeAllListeners('end');
      client.end().catch(() => {});
    }
    clearInterval(beat);
    client = undefined;
    hear(false);
    if (!ended) setTimeout(start, 500).unref();
  };
  // The answer to `moment()` also says how far the database's clock is ahead of ours.
  const measure = async () => {
    const from = Date.now();
    const { rows } = await client.query('select extract(epoch from moment()) * 1000 as now');
    ahead = Number(rows[0].now) - (from + Date.now()) / 2;
  };
  const start = async () => {
    const mine = new pg.Client({
      connectionString: url,
      application_name: 'tongxin board',
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      keepAlive: true,
    });
    client = mine;
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      if (!ended) say('warn', { event: 'board.deaf' });
      again();
    };
    mine.on('error', lose);
    mine.on('end', lose);
    mine.on('notification', ({ payload }) => heard((payload ?? '').split(' ').filter(Boolean)));
    try {
      await mine.connect();
      await mine.query('listen board');
      await measure();
      const { rows } = await mine.query('select slug from community');
      hear(
        true,
        rows.map((row) => row.slug),
      );
      beat = setInterval(() => measure().catch(lose), 1_000);
      beat.unref();
    } catch {
      lose();
    }
  };
  const ready = start();
  return {
    ready,
    now: () => Date.now() + ahead,
    end: async () => {
      ended = true;
      clearInterval(beat);
      await client?.end().catch(() => {});
    },
  };
}

/** What Next makes of a board address for nobody in particular: no cookie but the edition's, no header of a visitor. */
function inner(handle) {
  const { folder, socketPath } = socketFolder();
  clearLeftBehind().catch(() => {});
  const server = http.createServer(handle);
  // Nobody but this process asks here: a connection closed for idling would be taken for a page that failed.
  server.keepAliveTimeout = 0;
  const listening = new Promise((resolve) => server.listen(socketPath, resolve));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  const host = new URL(process.env.TONGXIN_URL).host;

  const render = async (edition, address, id) => {
    await listening;
    const [language, big] = edition.split('-');
    const headers = { host, 'x-request-id': id, ...(big ? { cookie: 'edition=big' } : {}) };
    const known = address === '/*' ? '/-/-/-' : address;
    const url = language === 'en' ? `/en${known === '/' ? '' : known}` : known;
    return new Promise((resolve, reject) => {
      const request = http.get({ socketPath, agent, path: url, headers, timeout: 60_000 }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            type: answer.headers['content-type'] ?? 'text/plain',
            location: answer.headers.location,
            turnsAt: Number(answer.headers['x-turns-at'] ?? Number.POSITIVE_INFINITY),
            shows: answer.headers['x-shows']?.split(' '),
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      request.on('timeout', () => request.destroy(new Error('the board page took too long')));
      request.on('error', reject);
    });
  };
  const end = () =>
    new Promise((resolve) => {
      agent.destroy();
      server.close(() => {
        fs.rmSync(folder, { recursive: true, force: true });
        resolve();
      });
      server.closeAllConnections();
    });
  return { render, end };
}

/**
 * The notice board of this process. `answer` is false for requests that are not its own. `TONGXIN_BOARD=never-kept`
 * leaves every page to Next, to measure against.
 *
 * @param {{ url: string, handle: import('node:http').RequestListener }} options `handle` renders a page with Next
 */
export function openBoard({ url, handle }) {
  const next = inner(handle);
  const known = new Set();
  let deaf = true;
  const cache = boardCache({
    render: next.render,
    clock: () => ear.now(),
  });
  const heard = (changed) => {
    for (const subject of changed) known.add(subject.split('/')[0]);
    cache.takeDown(changed);
  };
  const ear = listen(url, {
    heard,
    hear: (now, slugs) => {
      deaf = !now;
      known.clear();
      for (const slug of slugs ?? []) known.add(slug);
      cache.hear(now);
    },
  });
  // lib/gate.ts says here what its transaction has changed, before it answers.
  globalThis[Symbol.for('tongxin.board')] = heard;

  async function answer(request, response) {
    const address = boardAddress(request.url, request.headers.cookie);
    if (!address || process.env.TONGXIN_BOARD === 'never-kept') return false;
    response.setHeader('content-security-policy', policy);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' });
      response.end('GET, HEAD\n');
      return true;
    }
    if (address.to) {
      response.writeHead(308, { location: address.to });
      response.end();
      return true;
    }
    const first = address.path.split('/')[1];
    const asked = deaf || first === '' || known.has(first) ? address.path : '/*';
    const page = await cache.page(address.edition, asked, response.getHeader('x-request-id'));
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('vary', 'Cookie, Accept-Encoding');
    response.setHeader('content-type', page.type);
    if (page.location) response.setHeader('location', page.location);
    if (page.status === 200) {
      response.setHeader('etag', page.etag);
      const had = request.headers['if-none-match'];
      if (had?.split(',').some((one) => one.trim() === page.etag)) {
        response.writeHead(304);
        response.end();
        return true;
      }
    }
    const coding = codings(request.headers['accept-encoding']);
    const body = await page.encoded(coding ?? 'identity');
    if (coding) response.setHeader('content-encoding', coding);
    response.setHeader('content-length', body.length);
    response.writeHead(page.status);
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  return { ready: ear.ready, answer, end: () => Promise.all([ear.end(), next.end()]) };
}
