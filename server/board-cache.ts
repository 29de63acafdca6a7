import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip, type ZlibOptions } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Edition } from '../lib/edition';
import { reaches, subjectIndex } from './board-subjects';

export type Coding = 'identity' | 'br' | 'gzip';

/** What a render gave. */
export interface Made {
  status: number;
  type: string;
  body: string;
  location?: string;
  /** In milliseconds of the database's clock; `Infinity` when the clock alone does not change it. */
  turnsAt: number;
  /** Subjects whose change may change it; all of its community where it does not say. */
  shows?: string[];
}

/** The same, finished for whoever asks. */
export interface Page extends Omit<Made, 'body'> {
  shows: string[];
  etag: string;
  /** What it takes of the memory, about. */
  size: number;
  encoded(coding: Coding): Promise<Buffer>;
}

export interface BoardCache {
  page(edition: Edition, path: string, id?: string): Promise<Page>;
  /** These subjects have changed: what shows them is made anew at its next visit. */
  takeDown(changed: readonly string[]): void;
  /** Changes are heard from now on, or no more. */
  hear(now: boolean): void;
  readonly size: number;
}

/** Nothing on a board page runs: it is shown as it was made, so scripts and what announces them are left out. */
export function withoutScripts(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/gi, '');
}

const brotli = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);
const zip = promisify<Buffer, ZlibOptions, Buffer>(gzip);
const encoders: Record<Coding, (plain: Buffer) => Promise<Buffer>> = {
  identity: (plain) => Promise.resolve(plain),
  br: (plain) => brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (plain) => zip(plain, { level: 6 }),
};

function finished({ body, ...made }: Made, path: string): Page {
  const plain = Buffer.from(/^text\/html/.test(made.type) ? withoutScripts(body) : body);
  const kept: Partial<Record<Coding, Promise<Buffer>>> = {};
  return {
    ...made,
    shows: made.shows ?? [path.split('/')[1] ?? ''],
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
    size: plain.length * 2,
    encoded: (coding) => (kept[coding] ??= encoders[coding](plain)),
  };
}

/** Answers kept with what they show, as many as fit. */
function shelf(options: LRUCache.Options<string, Page, unknown>) {
  const index = subjectIndex();
  const kept = new LRUCache<string, Page>({ ...options, dispose: (page, key) => index.remove(key, page.shows) });
  return {
    get: (key: string) => kept.get(key),
    keep: (key: string, page: Page) => {
      kept.set(key, page);
      if (kept.has(key)) index.add(key, page.shows);
    },
    takeDown: (changed: readonly string[]) => {
      for (const key of index.reachedBy(changed)) kept.delete(key);
    },
    clear: () => kept.clear(),
    get size() {
      return kept.size;
    },
  };
}

/** A render that has begun. */
interface Flight {
  /** Whether changes were heard then, and those heard since. */
  begun: { heard: boolean; changes: string[] };
  page: Promise<Page>;
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
 * @param render `id` is the request that asked first
 * @param clock gives the database's time in milliseconds
 */
export function boardCache({
  render,
  clock = Date.now,
  bytes = 64 * 1024 * 1024,
}: {
  render: (edition: Edition, path: string, id: string) => Promise<Made>;
  clock?: () => number;
  bytes?: number;
}): BoardCache {
  const pages = shelf({ maxSize: bytes, sizeCalculation: (page) => page.size });
  const absent = shelf({ max: 1000, ttl: 5_000 });
  const shownLast = new LRUCache<string, string[]>({ max: 10_000 });
  const flights = new Map<string, Flight>();
  // Pages are kept only while changes are heard; every gap in hearing begins a new age.
  let hearing = false;

  const shownHere = (changed: readonly string[], shows: readonly string[]) =>
    changed.some((one) => shows.some((shown) => reaches(one, shown)));

  const keptOf = (key: string) => [pages.get(key), absent.get(key)].find((page) => page && page.turnsAt > clock());

  const begin = (key: string, ...asked: Parameters<typeof render>): Promise<Page> => {
    const begun = { heard: hearing, changes: [] as string[] };
    const isCurrent = () => flights.get(key)?.begun === begun;
    const make = async () => {
      try {
        const made = finished(await render(...asked), asked[1]);
        shownLast.set(key, made.shows);
        if (isCurrent() && begun.heard && hearing && !shownHere(begun.changes, made.shows)) {
          if (made.status === 200) pages.keep(key, made);
          if (made.status === 404) absent.keep(key, made);
        }
        return made;
      } finally {
        if (isCurrent()) flights.delete(key);
      }
    };
    const page = make();
    flights.set(key, { begun, page });
    return page;
  };

  const page: BoardCache['page'] = async (edition, path, id = '') => {
    const key = `${edition} ${path}`;
    const kept = keptOf(key);
    if (kept) return kept;
    const under = flights.get(key);
    if (!under) return begin(key, edition, path, id);
    const before = [...under.begun.changes];
    if (before.length === 0) return under.page;
    const made = await under.page.catch(() => undefined);
    if (made && !shownHere(before, made.shows)) return made;
    // What is kept or under way by now began after this visit.
    return keptOf(key) ?? flights.get(key)?.page ?? begin(key, edition, path, id);
  };

  return {
    page,
    takeDown: (changed) => {
      pages.takeDown(changed);
      absent.takeDown(changed);
      for (const [key, { begun }] of flights) {
        begun.changes.push(...changed);
        if (shownHere(changed, shownLast.get(key) ?? []) || begun.changes.length > CHANGES) flights.delete(key);
      }
    },
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
