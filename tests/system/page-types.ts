import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { LEVELS } from '../../db/words/diagnosis';
import { CASE_STEPS, LISTS } from '../../db/words/orders';
import { PROGRAMME_KINDS } from '../../db/words/programmes';
import { filesBelow } from '../../scripts/test-files.mjs';

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

/** What pages are asked for behind a question mark. */
export function askedNames(): string[] {
  const sources = ['app', 'features', 'components'].flatMap((root) => filesBelow('.', root));
  const found = sources
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/\bsearch\.(\w+)|\bevery\('(\w+)'\)/g)])
    .map(([, one, several]) => one ?? several ?? '');
  return [...new Set([...found, 'back', 'kept', 'until', 'lang', 'as'])].sort();
}

const offices = [
  'social-worker',
  'party-secretary',
  'governance-secretary',
  'hotline',
  'property',
  'district',
  'street',
  'auditor',
];
/** Who has a page of a room; the first who gets it is the one it is measured for. */
export const visitorsOf = (type: string): (string | undefined)[] => {
  const room = type.split('/')[1];
  if (type.startsWith('/desk/district/')) return ['district', 'street'];
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

/** What may stand in the place of each name of an address; and addresses that are there as a whole, by their kind. */
export type Numbers = Record<'household' | 'small', string[]> & Record<string, string[]>;

/** Of kinds whose numbers belong together: only few of all pairs of them are pages. */
const PAIRED: Record<string, string> = {
  '/desk/[community]/callbacks/[no]/[callback]': `select '/desk/' || c.slug || '/callbacks/' || p.no || '/' || x.id as value
      from callback x join callback_wave w on w.community_id = x.community_id and w.id = x.wave_id
        join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        join community c on c.id = x.community_id
      where c.slug in ('zhuguang', 'demo') order by (x.at is not null), x.id limit 5`,
  '/desk/[community]/grants/[grant]/handover': `select '/desk/' || c.slug || '/grants/' || g.id || '/handover' as value
      from grants g join community c on c.id = g.community_id
      where c.slug in ('zhuguang', 'demo') order by (g.role = 'governance-secretary') desc, g.id limit 10`,
  '/desk/[community]/grants/[grant]/revocation': `select '/desk/' || c.slug || '/grants/' || g.id || '/revocation' as value
      from grants g join community c on c.id = g.community_id
      where c.slug in ('zhuguang', 'demo') and g.to_at is null order by g.id desc limit 10`,
  '/door/[community]/meetings/[no]/entrances/[entrance]': `select '/door/' || c.slug || '/meetings/' || m.no || '/entrances/'
        || h.entrance_id as value
      from meeting_invited i join meeting m on m.community_id = i.community_id and m.id = i.meeting_id
        join household h on h.community_id = i.community_id and h.id = i.household_id
        join community c on c.id = m.community_id
      where c.slug in ('zhuguang', 'demo') group by 1 order by min(m.no), 1 limit 5`,
  '/desk/[community]/proposals/[no]/outside/[consent]': `select '/desk/' || c.slug || '/proposals/' || p.no || '/outside/'
        || x.position as value
      from outside_consent x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
        join community c on c.id = x.community_id
      where c.slug in ('zhuguang', 'demo') order by x.id limit 5`,
  '/desk/[community]/figures/[period]': `select '/desk/' || c.slug || '/figures/' || x.id as value
      from rate_period x join community c on c.id = x.community_id
      where c.slug in ('zhuguang', 'demo') order by x.id limit 5`,
};

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
    compound: await list(`select id as value from compound where ${inDemo} order by 1`),
    district: ['fengtai'],
    level: [...LEVELS],
    posted: await list('select community_id as value from posting order by 1 limit 5'),
    raised: await list('select community_id as value from crack_raise where answer is null order by 1 limit 5'),
    home: await list(
      `select h.id as value from household h join steward_area a on a.community_id = h.community_id and a.entrance_id = h.entrance_id
         join steward s on s.community_id = a.community_id and s.id = a.steward_id
         where s.kind = 'volunteer' and a.to_at is null and h.${inDemo} order by 1 limit 40`,
    ),
    need: await list(`select id as value from need where ${inDemo} order by 1 limit 5`),
    term: await list('select term_id as value from posting order by 1 limit 5'),
    step: [...CASE_STEPS],
    list: [...LISTS],
    entry: await list(`select id as value from case_tier where ${inDemo} order by 1 limit 10`),
    cursor: ['9', '1', '500', '2026-01-01', '1-1', 'u99999999', 'r99999999'],
    month: await list(
      `select distinct to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM') as value from occasion where ${inDemo} order by 1`,
    ),
    kind: [...PROGRAMME_KINDS, '1'],
    unit: await list(
      `select id as value from repair_unit where ${inDemo} order by (state = 'repaired') desc, id limit 40`,
    ),
    seq: ['400', '1000'],
    no: ['1', '2', '3', '4', '5', ...own],
    small: ['1', '2', '3', '4', '5', '6'],
  };
  const paired: Record<string, string[]> = {};
  for (const [type, text] of Object.entries(PAIRED)) paired[type] = await list(text);
  await client.end();
  return { ...found, ...paired };
}

const product = (lists: string[][]): string[][] =>
  lists.reduce<string[][]>((before, list) => before.flatMap((head) => list.map((one) => [...head, one])), [[]]);

/** Addresses a type of page may have, the likelier ones first. */
export function addressesOf(type: string, numbers: Numbers): string[] {
  const paired = Object.entries(PAIRED).find(([known]) => type === known || type === `${known}/sheet`);
  if (paired) return (numbers[paired[0]] ?? []).map((address) => address + type.slice(paired[0].length));
  const names = [...type.matchAll(/\[([a-z]+)\]/g)].map(([, name = '']) => name);
  const board = !/^\/(desk|door|act|me|sign-in)/.test(type);
  const valuesOf = (name: string) => {
    if (name === 'community' && type.includes('/raised/')) return numbers.raised ?? [];
    if (name === 'community' && type.startsWith('/desk/district')) return numbers.posted ?? [];
    if (name === 'community') return board ? ['zhuguang', 'demo'] : ['demo', 'zhuguang'];
    if (name === 'list' && type.includes('/council/')) return ['demands', 'resources', 'projects'];
    if (name === 'id') return numbers.household;
    if (name === 'year') return ['2022'];
    if (name === 'to') return ['2', '3'];
    return numbers[name] ?? numbers.small;
  };
  return product(names.map(valuesOf))
    .slice(0, 400)
    .map((values) => names.reduce((address, name, at) => address.replace(`[${name}]`, values[at] ?? ''), type));
}
