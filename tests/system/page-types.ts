import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { CASE_STEPS, LISTS } from '../../db/words/orders';

/** Every page there is, as the folders of `app` say: `/desk/[community]/rounds/[no]`. */
export function pageTypes(): string[] {
  const root = path.join('app', '[locale]');
  const below = (folder: string): string[] =>
    fs
      .readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) =>
        entry.isDirectory()
          ? below(path.join(folder, entry.name))
          : /^(page\.tsx|route\.ts)$/.test(entry.name)
            ? [folder]
            : [],
      );
  return below(root)
    .map((folder) => `/${path.relative(root, folder).split(path.sep).join('/')}`.replace('/(board)', ''))
    .filter((type) => !type.includes('[...'))
    .sort();
}

const offices = [
  'social-worker',
  'party-secretary',
  'governance-secretary',
  'hotline',
  'property',
  'district',
  'auditor',
];
/** Who has a page of a room; the first who gets it is the one it is measured for. */
export const visitorsOf = (type: string): (string | undefined)[] => {
  const room = type.split('/')[1];
  if (room === 'desk') return offices;
  if (room === 'door') return ['captain-14', 'captain-15', 'social-worker'];
  if (room === 'act' || room === 'me') return ['resident-14', 'resident-15'];
  return [undefined];
};
/** Whoever has a home of their own in a room: its page is another one for each. */
export const homes: Record<string, string[]> = {
  '/desk/[community]': offices,
  '/door/[community]': ['captain-14', 'captain-15'],
  '/me': ['resident-14', 'resident-15', 'captain-14', 'social-worker'],
};

/** What may stand in the place of each name of an address. */
export type Numbers = Record<'household' | 'small', string[]> & Record<string, string[]>;

/** The same, as it is in the database. */
export async function knownNumbers(url: string): Promise<Numbers> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const list = async (text: string) =>
    (await client.query<{ value: unknown }>(text)).rows.map(({ value }) => String(value));
  const inDemo = "community_id = (select id from community where slug = 'demo')";
  const own = await list(`select no as value from cases where source = 'web' and ${inDemo} order by no limit 1`);
  const found = {
    household: await list(`select household_id as value from electorate where ${inDemo} order by 1 limit 40`),
    entrance: await list(
      `select distinct entrance_id as value from grants where entrance_id is not null and ${inDemo}`,
    ),
    draft: await list(`select id as value from proposal where state = 'draft' order by 1 limit 20`),
    grant: await list('select id as value from grants where to_at is null order by 1 limit 40'),
    request: await list(`select id as value from join_request order by (state = 'requested') desc, id limit 20`),
    callback: await list('select id as value from callback order by 1 limit 20'),
    step: [...CASE_STEPS],
    list: [...LISTS],
    entry: await list(`select id as value from case_tier where ${inDemo} order by 1 limit 10`),
    cursor: ['9', '1', '500', '2026-01-01', '1-1', 'u99999999', 'r99999999'],
    seq: ['400', '1000'],
    no: ['1', '2', '3', '4', '5', ...own],
    small: ['1', '2', '3', '4', '5', '6'],
  };
  await client.end();
  return found;
}

const product = (lists: string[][]): string[][] =>
  lists.reduce<string[][]>((before, list) => before.flatMap((head) => list.map((one) => [...head, one])), [[]]);

/** Addresses a type of page may have, the likelier ones first. */
export function addressesOf(type: string, numbers: Numbers): string[] {
  const names = [...type.matchAll(/\[([a-z]+)\]/g)].map(([, name = '']) => name);
  const board = !/^\/(desk|door|act|me|sign-in)/.test(type);
  const valuesOf = (name: string) => {
    if (name === 'community') return board ? ['zhuguang', 'demo'] : ['demo', 'zhuguang'];
    if (name === 'id') return numbers.household;
    if (name === 'to') return ['2', '3'];
    return numbers[name] ?? numbers.small;
  };
  return product(names.map(valuesOf))
    .slice(0, 400)
    .map((values) => names.reduce((address, name, at) => address.replace(`[${name}]`, values[at] ?? ''), type));
}
