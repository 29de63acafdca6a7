import type { IncomingMessage } from 'node:http';
import { type Answer, newAnswer } from '../lib/answer';
import { keptBoard } from '../lib/kept-board';
import { meaningOf } from '../lib/segments';
import { boardAddress } from './address';
import { boardCache } from './board-cache';
import { codings } from './codings';
import { listen } from './ear';
import { inner } from './inner';
import { boardPolicy } from './policies';

/** Whose page or subject it is: a community's, by its slug, or `/district/fengtai`. */
const placeOf = ([first = '', second = '', third = '']: string[]): string =>
  first === '' && second === 'district' ? `/district/${third}` : first || second;

/**
 * The notice board of this process. `answer` is false for requests that are not its own. `TONGXIN_BOARD=never-kept`
 * leaves every page to Next, to measure against.
 *
 * @param make makes a page for everybody
 */
export function openBoard({
  url,
  site,
  make,
}: {
  url: string | undefined;
  site: string;
  make: (request: IncomingMessage, answer: Answer) => void;
}) {
  const behind = inner(site, (request, response) =>
    make(request, newAnswer(response, String(request.headers['x-request-id'] ?? ''), true)),
  );
  const known = new Set<string>();
  let deaf = true;
  const cache = boardCache({ render: behind.render, clock: () => ear.now() });
  const takeDown = (changed: readonly string[]) => {
    for (const subject of changed) known.add(placeOf(subject.split('/')));
    cache.takeDown(changed);
  };
  const ear = listen(url, {
    heard: takeDown,
    hear: (now, slugs = []) => {
      deaf = !now;
      known.clear();
      for (const slug of slugs) known.add(slug);
      cache.hear(now);
    },
  });
  keptBoard.takeDown = takeDown;

  async function answer(request: IncomingMessage, { id, response }: Answer): Promise<boolean> {
    const address = boardAddress(request.url, request.headers.cookie);
    if (!address || process.env.TONGXIN_BOARD === 'never-kept') return false;
    response.setHeader('content-security-policy', boardPolicy);
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
    const [, first = '', ...below] = address.path.split('/');
    const meaning = meaningOf(first);
    const isOfNone = first === '' || meaning === 'shared' || (meaning === 'leaflet' && below.length === 0);
    const asked = deaf || isOfNone || known.has(placeOf(address.path.split('/'))) ? address.path : '/*';
    const page = await cache.page(address.edition, asked, id);
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
    const body = await page.encoded(coding);
    if (coding !== 'identity') response.setHeader('content-encoding', coding);
    response.setHeader('content-length', body.length);
    response.writeHead(page.status);
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  return { ready: ear.ready, answer, end: () => Promise.all([ear.end(), behind.end()]) };
}
