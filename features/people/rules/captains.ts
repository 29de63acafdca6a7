import type { Role } from '@/lib/actor';
import { lookalikeOf } from '@/lib/lookalike';
import { checkGrants, withCompounds } from '../rules';

/** One row of a sheet: who is captain of which entrance. */
export interface CaptainRow {
  row: number;
  compound: string;
  building: string;
  entrance: number;
  name: string;
  phone: string;
}

interface Entrance {
  id: number;
  no: number;
  building: string;
  compound: string;
}

export interface CaptainFacts {
  /** The compound of a building nobody has heard of. */
  own: string;
  entrances: readonly Entrance[];
  /** Who has a number of the sheet, and what they hold here. */
  people: readonly {
    id: number;
    name: string | null;
    phone: string | null;
    held: readonly { role: Role; entranceId: number | null }[];
  }[];
  /** Who holds an office here. */
  officers: readonly { personId: number; name: string | null }[];
  /** Who brings the sheet; null: the server. */
  by: number | null;
}

type Code = 'which_compound' | 'row_no_entrance' | 'row_two_names' | 'row_name_other' | 'row_own' | 'row_grant';

interface Fault {
  code: Code;
  details: Record<string, string | number>;
}

/** What a sheet of captains would do: everything that is wrong with it, and what would be given. */
export interface CaptainPlan {
  /** Of each person, the entrances that are new. */
  given: { row: number; phone: string; name: string; entrances: Entrance[] }[];
  /** Rows of what is held already. */
  same: number;
  faults: Fault[];
  /** Names that look like somebody else's who holds an office, or stands in the sheet with another number. */
  alike: { row: number; name: string; other: string }[];
}

export function planCaptains(sheet: readonly CaptainRow[], facts: CaptainFacts): CaptainPlan {
  const { rows, unclear } = withCompounds(sheet, [...buildingsOf(facts.entrances)], facts.own);
  const asked = new Set(unclear.map(({ building }) => building));
  const faults: Fault[] = unclear.map(({ building, compounds }) => ({
    code: 'which_compound',
    details: { building, compounds: compounds.join('、') },
  }));
  const people = new Map<string, { row: number; name: string; entrances: Entrance[] }>();
  for (const [at, { row, phone, name, ...place }] of rows.entries()) {
    if (sheet[at]?.compound === '' && asked.has(place.building)) continue;
    const { building, entrance } = place;
    const there = facts.entrances.find(
      (one) => one.compound === place.compound && one.building === building && one.no === entrance,
    );
    const one = people.get(phone) ?? { row, name, entrances: [] };
    if (!there) faults.push({ code: 'row_no_entrance', details: { row, building, entrance } });
    // Who it is cannot be read, which has been said.
    else if (phone === '' || name === '') continue;
    else if (one.name !== name) faults.push({ code: 'row_two_names', details: { row, phone, name, other: one.name } });
    else people.set(phone, { ...one, entrances: [...one.entrances, there] });
  }
  const plan: CaptainPlan = { given: [], same: 0, faults, alike: [] };
  const before: { personId: number; name: string }[] = [];
  for (const [phone, { row, name, entrances }] of people) {
    const person = facts.people.find((one) => one.phone === phone);
    const checked = checkGrants({ role: 'captain', entranceIds: entrances.map(({ id }) => id) }, person?.held ?? []);
    const others = facts.officers.filter(({ personId }) => personId !== person?.id);
    const like = lookalikeOf(name, [...others, ...before]);
    before.push({ personId: person?.id ?? 0, name });
    if (like?.name) plan.alike.push({ row, name, other: like.name });
    if (person && person.id === facts.by) faults.push({ code: 'row_own', details: { row } });
    else if (person?.name && lookalikeOf(name, [person]) === undefined)
      faults.push({ code: 'row_name_other', details: { row, phone, name } });
    else if (checked.ok) {
      const anew = entrances.filter(({ id }) => checked.value.includes(id));
      plan.given.push({ row, phone, name, entrances: anew });
      plan.same += entrances.length - anew.length;
    } else if (checked.refusal.code === 'already_held') plan.same += entrances.length;
    else faults.push({ code: 'row_grant', details: { row, name, why: checked.refusal.code } });
  }
  return {
    ...plan,
    faults: faults.sort((one, other) => Number(one.details.row ?? 0) - Number(other.details.row ?? 0)),
  };
}

const buildingsOf = (entrances: readonly Entrance[]) =>
  new Map(entrances.map((one) => [JSON.stringify([one.compound, one.building]), one])).values();
