import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { addressesOf, askedNames, knownNumbers, type Numbers, pageTypes, visitorsOf } from '../tests/system/page-types';
import { placesInChinese } from './crawl';
import { lookAll } from './look';
import { become } from './people';

test.describe.configure({ mode: 'parallel' });

/**
 * Nothing of the kind is under way in the demonstration, and none of these lists is longer than a page there; the journeys
 * of the people concerned come by most of them. None comes yet by a sheet of orders on trial, nor by a delegate's word at
 * the door, or that of a home beside a place.
 */
const notYet = new Set([
  '/[community]/keepers/after/[cursor]',
  '/[community]/meetings/after/[cursor]',
  '/[community]/playbooks/after/[cursor]',
  '/[community]/programmes/after/[cursor]',
  '/[community]/programmes/kinds/[kind]/after/[cursor]',
  '/[community]/proposals/[no]/comments/after/[cursor]',
  '/[community]/proposals/[no]/notice/poster',
  '/[community]/proposals/[no]/short/poster',
  '/[community]/proposals/after/[cursor]',
  '/[community]/resolutions/after/[cursor]',
  '/[community]/rounds/after/[cursor]',
  '/[community]/works/after/[cursor]',
  '/[community]/skills/after/[cursor]',
  '/playbooks/after/[cursor]',
  '/act/[community]/drafts/[draft]',
  '/act/[community]/drafts/[draft]/discard',
  '/act/[community]/drafts/[draft]/pictures',
  '/act/[community]/drafts/[draft]/submission',
  '/desk/[community]/grants/[grant]/takeover',
  '/desk/[community]/proposals/[no]/plans/[version]/changes',
  '/desk/[community]/proposals/[no]/plans/[version]/materiality',
  '/desk/[community]/proposals/[no]/plans/[version]/publication',
  '/desk/[community]/proposals/[no]/plans/[version]/site',
  '/desk/[community]/works/after/[cursor]',
  '/door/[community]/notices/[no]/entrances/[entrance]',
  '/door/[community]/works/[no]/households/[id]',
  '/door/[community]/works/[no]/milestones/[milestone]/places/[place]/households/[household]',
]);

/** Of these one comes about in a journey, which looks at it at every size: `district`, `exports`, `joining`, `open311`, `opposites`. */
const inJourneys = new Set([
  '/desk/district/[district]/cohorts/[no]/terms/[community]/[term]',
  '/desk/[community]/exports/[no]',
  '/desk/[community]/keys/[no]',
  '/desk/[community]/keys/[no]/withdrawal',
  '/desk/[community]/captains/[sheet]',
  '/desk/[community]/register/[sheet]',
  '/desk/[community]/register/[sheet]/[list]/after/[cursor]',
  '/desk/[community]/sheets/[sheet]',
]);

/** Who looks: as whom they have signed in so far, and what they have found. */
interface Looking {
  as?: string | undefined;
  cookies: Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>;
  found: string[];
}

/** Becomes somebody again without signing in anew. */
async function turnInto(page: Page, identity: string, looking: Looking) {
  if (looking.as === identity) return;
  const kept = looking.cookies.get(identity);
  if (kept) {
    await page.context().clearCookies();
    await page.context().addCookies(kept);
  } else {
    await become(page, identity);
    looking.cookies.set(identity, await page.context().cookies());
  }
  looking.as = identity;
}

/** Whether there is such a page for them, whom a journey may have signed out everywhere since. */
async function isThere(page: Page, address: string, identity: string | undefined, looking: Looking): Promise<boolean> {
  if (identity) await turnInto(page, identity, looking);
  const answer = await page.request.get(address, { maxRedirects: 0 });
  if (!identity || !answer.headers().location?.includes('/sign-in')) return answer.status() === 200;
  looking.cookies.delete(identity);
  looking.as = undefined;
  await turnInto(page, identity, looking);
  return (await page.request.get(address, { maxRedirects: 0 })).status() === 200;
}

/** How far two addresses are one. */
const shared = (one: string[], other: string[]) => {
  const end = one.findIndex((part, at) => part !== other[at]);
  return end < 0 ? one.length : end;
};

/** Where something was found the next is looked for first: a proposal with works has milestones too. */
function nearest(addresses: string[], found: string[]): string[] {
  const known = found.map((one) => one.split('/'));
  const near = new Map(
    addresses.map((address) => [address, Math.max(0, ...known.map((one) => shared(address.split('/'), one)))]),
  );
  return addresses.toSorted((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0));
}

/** The first address of a kind of page that is there for one of those it is meant for. */
async function found(page: Page, type: string, numbers: Numbers, looking: Looking) {
  const addresses = nearest(addressesOf(type, numbers), looking.found);
  for (const identity of visitorsOf(type))
    for (const address of addresses)
      if (await isThere(page, address, identity, looking)) {
        looking.found.push(address);
        return address;
      }
  return undefined;
}

/** What stands behind the question mark of an address is anybody's, and no page is lost by it. */
const spoiled = ['%00a%ED%A0%80%E2%80%AE%25', '2147483648', `-1'||${'%E9%95%BF'.repeat(600)}`];
const names = askedNames();

/** Each name with another of them, and on the next page with the one after. */
async function standsSpoiled(page: Page, address: string, turn: number) {
  const asked = names.map((name, at) => `${name}=${spoiled[(at + turn) % spoiled.length]}`).join('&');
  const answer = await page.request.get(`${address}?${asked}`, { maxRedirects: 0 });
  expect(answer.status(), address).toBeLessThan(500);
}

const textOf = async (page: Page, path: string) => (await page.request.get(path)).text();

const html = pageTypes().filter(
  (type) => !/\.(atom|csv|ics)$/.test(type) && !notYet.has(type) && !inJourneys.has(type),
);
const roomOf = (type: string) => /^\/(act|desk|door|me)(?=\/|$)/.exec(type)?.[1] ?? 'board';
const roomfuls = [...new Set(html.map(roomOf))].flatMap((room) => {
  const all = html.filter((type) => roomOf(type) === room);
  const from = (start: number) => ({ room, start, types: all.slice(start, start + 15) });
  return Array.from({ length: Math.ceil(all.length / 15) }, (_, at) => from(at * 15));
});

for (const { room, start, types } of roomfuls)
  test(`every page of ${room} from its ${start + 1}. on can be read on a telephone, on a screen, and large, and in English names places in English`, async ({
    page,
  }) => {
    const numbers = await knownNumbers(process.env.DATABASE_URL ?? '');
    const looking: Looking = { cookies: new Map(), found: [] };
    const absent: string[] = [];
    const chinese: string[] = [];
    for (const [turn, type] of types.entries()) {
      const address = await found(page, type, numbers, looking);
      if (address) {
        await lookAll(page, address);
        await standsSpoiled(page, address, turn);
        for (const said of placesInChinese(await textOf(page, `/en${address}`))) chinese.push(`${address}: ${said}`);
      } else absent.push(type);
    }
    expect(absent, 'kinds of pages of which none was found').toEqual([]);
    expect(chinese, 'buildings, entrances and homes that an English page names in Chinese').toEqual([]);
  });
