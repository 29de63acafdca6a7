import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { building, entrance, household, unit } from '@/db/schema/people';
import type { Effect } from '@/db/words/scoping';
import { wantsNoVisits } from '@/features/people/facts';
import { knownOf } from '@/features/proposals/moves';
import type { State } from '@/features/proposals/rules';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { whyNot } from '@/lib/act';
import { asHousehold } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { showing } from '@/lib/shown';
import { type OfHome, sayWord } from '../acts';
import { type ComparisonFact, comparisonFacts } from '../facts';
import { wordShown } from '../input';
import { askedIn, type ComparisonRow, membersOf, type Spoken, wordsOf } from '../moves';
import { drawingsOf } from './desk';
import { drawnOf } from './drawn';

const door = { building: building.name, entrance: entrance.no, door: unit.door };

/** Households with their doors, as the houses stand. */
export const homesOf = <More extends Record<string, SQL>>(
  { db, communityId }: Scope,
  ids: readonly number[],
  more: More,
) =>
  db
    .select({ household: household.id, entranceId: household.entranceId, quiet: wantsNoVisits(), ...door, ...more })
    .from(household)
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)))
    .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
    .where(and(eq(household.communityId, communityId), inArray(household.id, [...ids, 0])))
    .orderBy(sql`length(${building.name})`, building.name, entrance.no, sql`length(${unit.door})`, asc(unit.door));

/** What an act at one home is asked about. */
export const homeFacts = (
  row: ComparisonRow,
  state: State,
  home: { household: number; entranceId: number; quiet: boolean },
  own: boolean,
  chain: readonly Spoken[],
): OfHome => {
  const { opensAt, closesAt, closedAt } = row;
  return {
    state,
    comparison: opensAt && closesAt ? { opensAt, closesAt, closedAt, ended: false } : null,
    chain,
    own,
    quiet: home.quiet,
    householdId: home.household,
    entranceId: home.entranceId,
  };
};

type Live = ComparisonFact['alternatives'][number];

/** What of a comparison concerns one household, what it has said, and what stands for it from before. */
export function ofHome(
  row: ComparisonRow,
  alternatives: readonly Live[],
  members: Awaited<ReturnType<typeof membersOf>>,
  home: number,
  chain: readonly Spoken[],
) {
  const current = currentOpinion(chain);
  const concerned = alternatives.flatMap((one) => {
    const member = members.get(one.id)?.find((each) => each.household === home);
    const group = member && one.groups.find(({ id }) => id === member.group);
    return member && group
      ? [{ ...one, effect: group.effect as Effect, why: group.why, standing: member.standing }]
      : [];
  });
  const positionOf = (id: number | null) => concerned.find((one) => one.id === id)?.position ?? null;
  const saidIn = (word: Spoken) =>
    concerned.flatMap(({ id, position }) => {
      const said = word.said.get(id);
      return said ? [{ position, ...said }] : [];
    });
  const stands = current && { takes: positionOf(current.takes), answers: saidIn(current) };
  return {
    concerned,
    current,
    stands,
    said: chain.map((word) => ({
      id: word.id,
      own: word.own,
      disowned: word.disowned,
      receivedAt: word.receivedAt,
      channel: word.channel,
      proof: word.proof,
      photo: word.photo,
      takes: positionOf(word.takes),
      answers: saidIn(word),
      counts: word.id === current?.id,
    })),
    shown: showing(wordShown(row.hash?.toString('hex') ?? '', stands)),
  };
}

/** What one's own households can say of the alternatives of a proposal. Somebody without one reads them. */
export const ownComparison = query({
  name: 'alternatives.own',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { db, communityId, who, now } = scope;
    const [found] = await askedIn(db, communityId, no);
    const facts = found && (await knownOf(scope, no, comparisonFacts));
    if (!found || !facts?.comparison || who.kind !== 'person') return undefined;
    const { row } = found;
    const { alternatives } = facts.comparison;
    const own = who.households.map((home) => home.householdId);
    const members = await membersOf(db, row, own);
    const homes = own.length > 0 ? await homesOf(scope, own, {}) : [];
    const chains = byHousehold(own.length > 0 ? await wordsOf(db, row, { households: own }) : []);
    return {
      title: facts.title,
      state: facts.state,
      closesAt: row.closesAt,
      alternatives,
      drawn: await drawnOf(
        scope,
        alternatives.map(({ id }) => id),
      ),
      drawings: await drawingsOf(
        scope,
        alternatives.map(({ id }) => id),
      ),
      homes: homes.map((home) => {
        const chain = chains.get(home.household) ?? [];
        const of = ofHome(row, alternatives, members, home.household, chain);
        const lives = asHousehold(who, home.household) !== null;
        const asked = { facts: homeFacts(row, facts.state, home, lives, chain), who, now };
        return { ...home, ...of, blocked: whyNot(sayWord, asked) };
      }),
    };
  },
});
