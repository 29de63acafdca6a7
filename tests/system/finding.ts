import { addressesOf, type Numbers, visitorsOf } from './page-types';

/** A page there is: its kind, its address, and who has it. */
export interface Found {
  type: string;
  address: string;
  identity: string | undefined;
}

export type Look = (identity: string | undefined, address: string) => Promise<{ status: number; body: string }>;

const blanks = (type: string): string[] => [...type.matchAll(/\[([a-z]+)\]/g)].map(([, name = '']) => name);
const roomOf = (type: string): string => /^\/(act|desk|door|me|sign-in|aloud)(?=\/|$)/.exec(type)?.[1] ?? '';

/** Of which kind an address is: of those it fits the one that leaves least open. */
function kindsAmong(types: readonly string[]): (address: string) => string | undefined {
  const known = types
    .map((type) => ({ type, open: blanks(type).length, fits: new RegExp(`^${type.replace(/\[[a-z]+\]/g, '[^/]+')}$`) }))
    .sort((a, b) => a.open - b.open);
  return (address) => known.find(({ fits }) => fits.test(address))?.type;
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]* href="(\/[^"?#]*)/g)].map(([, link = '']) => link);

/** So many pages of one kind are looked at for links to others: one has what another lacks. */
const EACH = 4;
/** So many addresses are tried of a kind no link led to. */
const GUESSES = 24;

/** Where one begins to look in a room: its pages that have no number; acts stand on pages of the board and one's own too. */
function startsOf(room: string, types: readonly string[], numbers: Numbers): string[] {
  const near = room === 'act' ? ['act', 'me', ''] : [room];
  return types
    .filter(
      (type) => near.includes(roomOf(type)) && blanks(type).every((name) => ['community', 'district'].includes(name)),
    )
    .flatMap((type) => addressesOf(type, numbers));
}

/** What links lead one person to in a room, until every kind that is `wanted` was met. */
async function follow(
  look: (address: string) => ReturnType<Look>,
  starts: string[],
  types: string[],
  wanted: Set<string>,
) {
  const kindOf = kindsAmong(types);
  const met = new Map<string, string>();
  const looked = new Map<string, number>();
  const seen = new Set(starts);
  for (const address of seen) {
    const type = kindOf(address);
    const times = looked.get(type ?? '') ?? 0;
    if (!type || times >= EACH) continue;
    looked.set(type, times + 1);
    const { status, body } = await look(address);
    if (status !== 200) continue;
    if (!met.has(type)) met.set(type, address);
    wanted.delete(type);
    if (wanted.size === 0) break;
    for (const link of linksIn(body)) seen.add(link);
  }
  return met;
}

/**
 * One page of each of these kinds, for the first of those it is for: what links lead to, and where none does what the numbers of
 * the database suggest. Kinds of which none was found are missing.
 */
export async function findPages(
  look: Look,
  all: string[],
  types: string[],
  numbers: Numbers,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (const room of new Set(types.map(roomOf))) {
    const wanted = new Set(types.filter((type) => roomOf(type) === room));
    const near = all.filter((type) => (room === 'act' ? ['act', 'me', ''] : [room]).includes(roomOf(type)));
    for (const identity of visitorsOf(`/${room}`)) {
      if (wanted.size === 0) break;
      const left = new Set(wanted);
      const met = await follow((address) => look(identity, address), startsOf(room, near, numbers), near, wanted);
      for (const type of left) {
        const address = met.get(type);
        if (address) found.set(type, { type, address, identity });
      }
    }
    for (const type of wanted)
      for (const identity of visitorsOf(type)) {
        if (found.has(type)) break;
        for (const address of addressesOf(type, numbers).slice(0, GUESSES)) {
          if ((await look(identity, address)).status !== 200) continue;
          found.set(type, { type, address, identity });
          break;
        }
      }
  }
  return found;
}
