import { expect, type Page, test } from '@playwright/test';
import { addressesOf, knownNumbers, type Numbers, pageTypes, visitorsOf } from '../tests/system/page-types';
import { lookAll } from './look';
import { become } from './people';

test.describe.configure({ mode: 'parallel' });

/**
 * Nothing of the kind is under way in the demonstration, and none of these lists is longer than a page there; the journeys
 * of the people concerned come by most of them. None comes yet by a sheet of orders on trial, nor by a delegate's word at
 * the door.
 */
const notYet = new Set([
  '/[community]/proposals/[no]/comments/after/[cursor]',
  '/[community]/proposals/[no]/notice/poster',
  '/[community]/proposals/after/[cursor]',
  '/[community]/resolutions/after/[cursor]',
  '/[community]/rounds/after/[cursor]',
  '/[community]/works/after/[cursor]',
  '/act/[community]/drafts/[draft]',
  '/act/[community]/drafts/[draft]/discard',
  '/act/[community]/drafts/[draft]/pictures',
  '/act/[community]/drafts/[draft]/submission',
  '/desk/[community]/exports/[no]',
  '/desk/[community]/keys/[no]',
  '/desk/[community]/keys/[no]/withdrawal',
  '/desk/[community]/proposals/[no]/plans/[version]/changes',
  '/desk/[community]/proposals/[no]/plans/[version]/materiality',
  '/desk/[community]/proposals/[no]/plans/[version]/publication',
  '/desk/[community]/register/[sheet]',
  '/desk/[community]/sheets/[sheet]',
  '/desk/[community]/works/after/[cursor]',
  '/door/[community]/notices/[no]/entrances/[entrance]',
  '/door/[community]/works/[no]/households/[id]',
]);

/** The first address of a kind of page that is there for one of those it is meant for. */
async function found(page: Page, type: string, numbers: Numbers, signedIn: { as?: string }) {
  for (const identity of visitorsOf(type))
    for (const address of addressesOf(type, numbers)) {
      if (identity && signedIn.as !== identity) {
        await become(page, identity);
        signedIn.as = identity;
      }
      if ((await page.request.get(address, { maxRedirects: 0 })).status() === 200) return address;
    }
  return undefined;
}

const html = pageTypes().filter((type) => !type.endsWith('/feed.atom') && !notYet.has(type));
const roomOf = (type: string) => /^\/(act|desk|door|me)(?=\/|$)/.exec(type)?.[1] ?? 'board';
const roomfuls = [...new Set(html.map(roomOf))].flatMap((room) => {
  const all = html.filter((type) => roomOf(type) === room);
  const from = (start: number) => ({ room, start, types: all.slice(start, start + 15) });
  return Array.from({ length: Math.ceil(all.length / 15) }, (_, at) => from(at * 15));
});

for (const { room, start, types } of roomfuls)
  test(`every page of ${room} from its ${start + 1}. on can be read on a telephone, on a screen, and large`, async ({
    page,
  }) => {
    const numbers = await knownNumbers(process.env.DATABASE_URL ?? '');
    const signedIn: { as?: string } = {};
    const absent: string[] = [];
    for (const type of types) {
      const address = await found(page, type, numbers, signedIn);
      if (address) await lookAll(page, address);
      else absent.push(type);
    }
    expect(absent, 'kinds of pages of which none was found').toEqual([]);
  });
