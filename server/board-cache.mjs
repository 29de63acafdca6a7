import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/**
 * @typedef {{ status: number, type: string, body: string, location?: string, turnsAt: number }} Made what a render
 *   gave; `turnsAt` in milliseconds of the database's clock, `Infinity` when the clock alone does not change it
 * @typedef {Made & { etag: string, encoded: (coding: string) => Promise<Buffer> }} Page
 */

/**
 * Whether a change of `address` reaches the page at `path` (both without language).
 * `/c` is the community's home alone; `/c/proposals` a list with its further pages; `/c/proposals/1` and anything
 * longer is that page with everything below it. `/c/` is the community's whole board.
 */
export function reaches(address, path) {
  if (path === address) return true;
  if (address.endsWith('/')) return `${path}/`.startsWith(address);
  if (!path.startsWith(`${address}/`)) return false;
  const depth = address.split('/').length - 1;
  if (depth > 2) return true;
  return depth === 2 && /^(after|before)\//.test(path.slice(address.length + 1));
}

/** Nothing on a board page runs: it is shown as it was made, so scripts and what announces them are left out. */
export function withoutScripts(html) {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/gi, '');
}

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const quality = { br: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }, gzip: { level: 6 } };

/** @returns {Page} */
function finished(made) {
  const body = /^text\/html/.test(made.type) ? withoutScripts(made.body) : made.body;
  const plain = Buffer.from(body);
  const kept = { identity: Promise.resolve(plain) };
  return {
    ...made,
    body: '',
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
    size: plain.length * 2,
    encoded: (coding) => {
      kept[coding] ??= squeeze[coding](plain, quality[coding]);
      return kept[coding];
    },
  };
}

/**
 * Pages of the notice board: made at the first visit, kept until a row under them changes or the clock turns them.
 *
 * A render is joined only by requests that came before the last change of its address, and kept only when there was
 * none since it began: whoever writes and then reads, reads what was written.
 *
 * @param {{
 *   render: (edition: string, path: string, id: string) => Promise<Made>,
 *   clock?: () => number,
 *   bytes?: number,
 * }} options `id` is the request that asked first; `clock` gives the database's time in milliseconds
 */
export function boardCache({ render, clock = Date.now, bytes = 64 * 1024 * 1024 }) {
  const pages = new LRUCache({ maxSize: bytes, sizeCalculation: (kept) => kept.page.size });
  const absent = new LRUCache({ max: 1000, ttl: 5_000 });
  const flights = new Map();
  // Pages are kept only while changes are heard; every gap in hearing begins a new age.
  let hearing = false;

  const forget = (reached) => {
    for (const store of [pages, absent, flights])
      for (const [key, { path }] of store.entries()) if (reached(path)) store.delete(key);
  };

  /** @returns {Promise<Page>} */
  const page = (edition, path, id = '') => {
    const key = `${edition} ${path}`;
    const kept = pages.get(key) ?? absent.get(key);
    if (kept && kept.page.turnsAt > clock()) return Promise.resolve(kept.page);
    const under = flights.get(key);
    if (under) return under.page;
    const flight = { path, page: undefined, heard: hearing };
    flight.page = (async () => {
      try {
        const made = finished(await render(edition, path, id));
        const current = flights.get(key) === flight && flight.heard && hearing;
        if (current && made.status === 200) pages.set(key, { path, page: made });
        if (current && made.status === 404) absent.set(key, { path, page: made });
        return made;
      } finally {
        if (flights.get(key) === flight) flights.delete(key);
      }
    })();
    flights.set(key, flight);
    return flight.page;
  };

  return {
    page,
    /** These addresses have changed: what shows them is made anew at its next visit. */
    takeDown: (addresses) => {
      for (const address of addresses) forget((path) => reaches(address, path));
    },
    /** Changes are heard from now on, or no more. */
    hear: (now) => {
      hearing = now;
      forget(() => true);
    },
    get size() {
      return pages.size;
    },
  };
}
