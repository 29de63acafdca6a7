import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { reaches, subjectIndex } from './board-subjects.mjs';

/**
 * @typedef {{ status: number, type: string, body: string, location?: string, turnsAt: number, shows?: string[] }} Made
 *   what a render gave; `turnsAt` in milliseconds of the database's clock, `Infinity` when the clock alone does not change
 *   it; `shows` the subjects whose change may change it, all of its community where it does not say
 * @typedef {Made & { etag: string, shows: string[], encoded: (coding: string) => Promise<Buffer> }} Page
 */

/** Nothing on a board page runs: it is shown as it was made, so scripts and what announces them are left out. */
export function withoutScripts(html) {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/gi, '');
}

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const quality = { br: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }, gzip: { level: 6 } };

/** @returns {Page} */
function finished(made, path) {
  const body = /^text\/html/.test(made.type) ? withoutScripts(made.body) : made.body;
  const plain = Buffer.from(body);
  const kept = { identity: Promise.resolve(plain) };
  return {
    ...made,
    body: '',
    shows: made.shows ?? [path.split('/')[1]],
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
    size: plain.length * 2,
    encoded: (coding) => {
      kept[coding] ??= squeeze[coding](plain, quality[coding]);
      return kept[coding];
    },
  };
}

/** Answers kept with what they show, as many as fit. */
function shelf(options) {
  const index = subjectIndex();
  const kept = new LRUCache({ ...options, dispose: (page, key) => index.remove(key, page.shows) });
  return {
    get: (key) => kept.get(key),
    keep: (key, page) => {
      kept.set(key, page);
      if (kept.has(key)) index.add(key, page.shows);
    },
    takeDown: (changed) => {
      for (const key of index.reachedBy(changed)) kept.delete(key);
    },
    clear: () => kept.clear(),
    get size() {
      return kept.size;
    },
  };
}

/** Whoever waits longer for a render than for so many changes gets one of his own. */
const CHANGES = 200;

/**
 * Pages of the notice board: made at the first visit, kept until a subject they show changes or the clock turns them.
 *
 * What a page shows is known when it is made. So a render notes what changes meanwhile: it is kept when it shows none of
 * it, and whoever came after a change is given it only when it does not show that. Who comes after a change of something
 * the page showed when it was made last does not wait to learn that, but for a render that began after it: whoever
 * writes and then reads, reads what was written.
 *
 * @param {{
 *   render: (edition: string, path: string, id: string) => Promise<Made>,
 *   clock?: () => number,
 *   bytes?: number,
 * }} options `id` is the request that asked first; `clock` gives the database's time in milliseconds
 */
export function boardCache({ render, clock = Date.now, bytes = 64 * 1024 * 1024 }) {
  const pages = shelf({ maxSize: bytes, sizeCalculation: (page) => page.size });
  const absent = shelf({ max: 1000, ttl: 5_000 });
  const shownLast = new LRUCache({ max: 10_000 });
  const flights = new Map();
  // Pages are kept only while changes are heard; every gap in hearing begins a new age.
  let hearing = false;

  const shownHere = (changed, shows) => changed.some((one) => shows.some((shown) => reaches(one, shown)));

  const keptOf = (key) => [pages.get(key), absent.get(key)].find((page) => page && page.turnsAt > clock());

  /** @returns {Promise<Page>} */
  const begin = (key, edition, path, id) => {
    const flight = { page: undefined, heard: hearing, changes: [] };
    flight.page = (async () => {
      try {
        const made = finished(await render(edition, path, id), path);
        shownLast.set(key, made.shows);
        const current = flights.get(key) === flight && flight.heard && hearing;
        if (current && !shownHere(flight.changes, made.shows)) {
          if (made.status === 200) pages.keep(key, made);
          if (made.status === 404) absent.keep(key, made);
        }
        return made;
      } finally {
        if (flights.get(key) === flight) flights.delete(key);
      }
    })();
    flights.set(key, flight);
    return flight.page;
  };

  /** @returns {Promise<Page>} */
  const page = async (edition, path, id = '') => {
    const key = `${edition} ${path}`;
    const kept = keptOf(key);
    if (kept) return kept;
    const under = flights.get(key);
    if (!under) return begin(key, edition, path, id);
    const before = [...under.changes];
    if (before.length === 0) return under.page;
    const made = await under.page.catch(() => undefined);
    if (made && !shownHere(before, made.shows)) return made;
    // What is kept or under way by now began after this visit.
    return keptOf(key) ?? flights.get(key)?.page ?? begin(key, edition, path, id);
  };

  return {
    page,
    /** These subjects have changed: what shows them is made anew at its next visit. */
    takeDown: (changed) => {
      pages.takeDown(changed);
      absent.takeDown(changed);
      for (const [key, flight] of flights) {
        flight.changes.push(...changed);
        if (shownHere(changed, shownLast.get(key) ?? []) || flight.changes.length > CHANGES) flights.delete(key);
      }
    },
    /** Changes are heard from now on, or no more. */
    hear: (now) => {
      hearing = now;
      pages.clear();
      absent.clear();
      flights.clear();
    },
    get size() {
      return pages.size;
    },
  };
}
