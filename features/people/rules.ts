import type { UnitStatus } from '@/db/words/people';
import type { Role } from '@/lib/actor';
import { ok, type Result, refuse } from '@/lib/result';
import { meaningOf } from '@/lib/segments';

export type { UnitStatus };

/** One unit of the register; area in 0.01 m²; the first owner is the designated voter (Civil Code art. 278). */
export interface RegisterRow {
  row: number;
  compound: string;
  building: string;
  entrance: number;
  door: string;
  area: number;
  owners: { name: string; phone: string | null }[];
  status: UnitStatus;
  /** Whether somebody lives there: makes a household, the unit of consultation. */
  household: boolean;
}

/**
 * What becomes of a household where nobody lives any more: it `goes`, for nothing hangs on it; it `ends`, and stays for what it
 * said; it is `lived` in, as somebody is registered there; it is `barred`, for the door is no more and somebody is.
 */
export type Emptied = 'goes' | 'ends' | 'lived' | 'barred';

/** How a door may stand in the register when somebody wrote `302室`: as written first, then without the word after it. */
export function doorSpellings(written: string): string[] {
  const plain = written.normalize('NFKC').trim();
  return [...new Set([written, plain, plain.replace(/(?<=[\da-z])\s*(?:号门|号|室|门)$/iu, '')])];
}

/** On which floor a door is, by its number: 1402 on the 14th, B101 below the first. Null: its number says none. */
export function floorOf(door: string): number | null {
  const [, below, floor] =
    /^(地下|负|B)?(?:.*[^\d])?(\d{1,2})\d{2}\D{0,2}$/iu.exec(door.normalize('NFKC').trim()) ?? [];
  return floor === undefined ? null : below ? -Number(floor) : Number(floor);
}

/** Where on its floor: 1402 and 302 hang above each other. */
const placeOf = (door: string): string => /\d{2}\D{0,2}$/.exec(door.normalize('NFKC').trim())?.[0] ?? door;

/** The floor is as wide as a telephone's screen: more doors than these stand in lines. */
const ABREAST = 6;

/**
 * Doors as the house stands, high floors on top, what has no floor last. `abreast`: how many stand beside each other on
 * every floor, so that a door missing on one leaves its place (`null`); null: too many for it.
 */
export function asTheHouseStands<T extends { door: string }>(doors: readonly T[]) {
  const floors = [...new Set(doors.map(({ door }) => floorOf(door)))].sort(
    (a, b) => Number(a === null) - Number(b === null) || (b ?? 0) - (a ?? 0),
  );
  const places = [...new Set(doors.flatMap(({ door }) => (floorOf(door) === null ? [] : [placeOf(door)])))].sort();
  const abreast = places.length > 0 && places.length <= ABREAST ? places.length : null;
  return {
    abreast,
    floors: floors.map((floor) => {
      const here = doors.filter(({ door }) => floorOf(door) === floor);
      const stands = (place: string): (T | null)[] => {
        const found = here.filter(({ door }) => placeOf(door) === place);
        return found.length > 0 ? found : [null];
      };
      return { floor, doors: floor === null || abreast === null ? here : places.flatMap(stands) };
    }),
  };
}

const digits = '零一二三四五六七八九';
/** "一单元" → 1, "十二" → 12, "１" → 1; null when it is no number from 1 to 99. */
export function entranceNo(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  const bare = plain.replace(/(?:号)?(?:单元|楼门|门)$/, '').replace(/^第/, '');
  if (/^[1-9]\d?$/.test(bare)) return Number(bare);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(bare);
  if (!match || bare === '') return null;
  const [, first, ten, last] = match;
  if (!ten) return first && !last ? digits.indexOf(first) : null;
  return (first ? digits.indexOf(first) : 1) * 10 + (last ? digits.indexOf(last) : 0);
}

/**
 * The compound of each row that names none: the only one that has the building, or the community's own where none has.
 * `unclear`: buildings that stand in several compounds, so that the row has to say which.
 */
export function withCompounds<Row extends { compound: string; building: string }>(
  rows: readonly Row[],
  known: readonly { compound: string; building: string }[],
  own: string,
): { rows: Row[]; unclear: { building: string; compounds: string[] }[] } {
  const having = new Map<string, string[]>();
  for (const { building, compound } of known) having.set(building, [...(having.get(building) ?? []), compound]);
  const bare = new Set(rows.flatMap(({ compound, building }) => (compound === '' ? [building] : [])));
  const unclear = [...bare].flatMap((building) => {
    const compounds = having.get(building) ?? [];
    return compounds.length > 1 ? [{ building, compounds }] : [];
  });
  return {
    rows: rows.map((row) => ({ ...row, compound: row.compound || (having.get(row.building)?.[0] ?? own) })),
    unclear,
  };
}

/** Whether the building somebody names is one, given the compounds that have one of that name. */
export function checkBuilding(compounds: readonly string[]): Result<undefined, 'no_such_building' | 'which_compound'> {
  if (compounds.length === 0) return refuse('no_such_building', undefined, { building: 'no_such_building' });
  const named = { compounds: compounds.join('、') };
  return compounds.length === 1 ? ok() : refuse('which_compound', named, { building: 'which_compound' });
}

export function checkSlug(slug: string): Result<string, 'bad_slug' | 'reserved_slug'> {
  if (!/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/.test(slug)) return refuse('bad_slug');
  return meaningOf(slug) ? refuse('reserved_slug') : ok(slug);
}

/** Roles the Party secretary of a community may give. The governance secretary has a term; the rest come from above. */
export const givenHere = ['captain', 'social-worker', 'hotline', 'property', 'auditor'] as const satisfies Role[];
export const givenBySetup: readonly Role[] = [...givenHere, 'party-secretary', 'governance-secretary', 'district'];

const complainants: readonly Role[] = ['social-worker', 'hotline'];

type GrantFault = 'entrance_for_captains' | 'already_held' | 'auditor_apart' | 'property_apart';

/** Whether one person may hold a role beside those they hold: entrance for captains only, two duties that clash. */
export function checkGrant(
  asked: { role: Role; entranceId: number | null },
  held: readonly { role: Role; entranceId: number | null }[],
): Result<undefined, GrantFault> {
  if ((asked.role === 'captain') !== (asked.entranceId !== null)) return refuse('entrance_for_captains');
  if (held.some((one) => one.role === asked.role && one.entranceId === asked.entranceId)) return refuse('already_held');
  const roles = held.map((one) => one.role);
  if (roles.length > 0 && (asked.role === 'auditor' || roles.includes('auditor'))) return refuse('auditor_apart');
  const both = [...roles, asked.role];
  // The party complained of never learns who complained.
  if (both.includes('property') && both.some((role) => complainants.includes(role))) return refuse('property_apart');
  return ok();
}

/** The same for all the entrances of a captain: which of them are new; refused where none is, or one may not be. */
export function checkGrants(
  { role, entranceIds }: { role: Role; entranceIds: readonly number[] },
  held: readonly { role: Role; entranceId: number | null }[],
): Result<(number | null)[], GrantFault> {
  const asked = entranceIds.length > 0 ? entranceIds : [null];
  const checked = asked.map((entranceId) => ({ entranceId, is: checkGrant({ role, entranceId }, held) }));
  const fault = checked.find(({ is }) => !is.ok && is.refusal.code !== 'already_held');
  const added = checked.filter(({ is }) => is.ok).map(({ entranceId }) => entranceId);
  if (fault && !fault.is.ok) return fault.is;
  return added.length > 0 ? ok(added) : refuse('already_held');
}

/** A request to join asks for somebody else's word; three open ones are enough for anybody. */
export function checkJoin(facts: {
  livesThere: boolean;
  open: number;
}): Result<undefined, 'already_lives' | 'too_many_requests'> {
  if (facts.livesThere) return refuse('already_lives');
  return facts.open >= 3 ? refuse('too_many_requests') : ok();
}

const OFFICES =
  /书记|社工|居委|村委|业委会|网格员|管理员|楼门长|物业|热线|党支部|党总支|街道办|派出所|secretary|social ?worker|committee|administrator|captain|official/i;

/** Whether somebody calls themself by an office: nobody's name is one. */
export const checkName = (name: string): Result<undefined, 'invalid'> =>
  OFFICES.test(name) ? refuse('invalid', undefined, { name: 'name_title' }) : ok();

/** Somebody who lived here, or held an office here, may do neither any more: what rests on it is looked at again. */
export const belongsNoMore = (community: string) => ({
  task: 'stewards_parted',
  payload: { community },
  key: `stewards_parted:${community}`,
});

/** Somebody was made captain: the team of stewards has them then. */
export const captainNamed = (community: string) => ({
  task: 'stewards_joined',
  payload: { community },
  key: `stewards_joined:${community}`,
});

/**
 * A building `b` as people say it: by its name, with its compound before it where another compound has one of the same name.
 * `between` stands between them: as a form posts it, `/`.
 */
export const namedBuilding = (
  b: 'b' | 'g' | 'building',
  between: ' ' | '/' = ' ',
): string => `case when exists (select from public.building other
    where other.community_id = ${b}.community_id and other.name = ${b}.name and other.id <> ${b}.id)
  then (select k.name from public.compound k where k.community_id = ${b}.community_id and k.id = ${b}.compound_id)
    || '${between}' || ${b}.name else ${b}.name end`;
