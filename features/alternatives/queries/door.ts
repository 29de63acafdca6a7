import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { comparison } from '@/db/schema/alternatives';
import { proposal } from '@/db/schema/proposals';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { knownOf } from '@/features/proposals/moves';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { whyNot } from '@/lib/act';
import { asHousehold } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { recordWord } from '../acts';
import { comparisonFacts, metComparing } from '../facts';
import { askedIn, membersOf, wordsOf } from '../moves';
import { drawingsOf } from './desk';
import { drawnOf } from './drawn';
import { homeFacts, homesOf, ofHome } from './own';

/** Comparisons households are asked in now. */
export const doorComparisons = query({
  name: 'alternatives.door_list',
  allow: (who, _: Record<never, never>) => mayGoRound(who),
  read: async ({ db, communityId, now }) => {
    const found = await db
      .select({ no: proposal.no, title: proposal.title, until: comparison.closesAt })
      .from(comparison)
      .innerJoin(
        proposal,
        and(eq(proposal.communityId, comparison.communityId), eq(proposal.id, comparison.proposalId)),
      )
      .where(
        and(
          ...[eq(comparison.communityId, communityId), eq(proposal.state, 'comparing')],
          ...[isNotNull(comparison.opensAt), isNull(comparison.closedAt), isNull(comparison.endedAt)],
        ),
      )
      .orderBy(asc(comparison.closesAt))
      .limit(100);
    return found.flatMap(({ no, title, until }) => (no !== null && until && now < until ? [{ no, title, until }] : []));
  },
});

type DoorState = 'heard' | 'refused' | 'not_home' | 'not_tried';

/** The doors one goes round that are asked, with what stands there; not what anybody said. */
async function doorsIn(scope: Scope, of: { communityId: number; id: number }, one: number) {
  const { db, who } = scope;
  const more = {
    tries: sql<
      string[] | null
    >`(select json_agg(v.outcome) from alternative_visit v where v.community_id = household.community_id
      and v.comparison_id = ${of.id} and v.household_id = household.id)`,
    met: sql<{ id: number; no: number } | null>`case when household.id = ${one} then ${metComparing(of.id)} end`,
  };
  const members = await membersOf(db, of);
  const all = [...members.values()].flat();
  const mine = entrancesOf(who) ?? [];
  const homes = (await homesOf(scope, [...new Set(all.map(({ household }) => household))], more)).filter(
    ({ entranceId }) => mine === 'all' || mine.includes(entranceId),
  );
  const chains = byHousehold(await wordsOf(db, of));
  return {
    members,
    chains,
    homes: homes.map(({ tries: visits, ...home }) => {
      const asked = all.filter(({ household }) => household === home.household);
      const tries = visits ?? [];
      const heard =
        currentOpinion(chains.get(home.household) ?? []) !== null || asked.every(({ standing }) => standing !== null);
      const tried = tries.includes('refused') ? 'refused' : 'not_home';
      const state: DoorState = heard ? 'heard' : tries.length > 0 ? tried : 'not_tried';
      return { ...home, state };
    }),
  };
}

/** A comparison at one's doors, by entrance; with `household`, what concerns it and what it has said. */
export const doorComparison = query({
  name: 'alternatives.door',
  allow: (who, _: { no: number; household?: number }) => mayGoRound(who),
  read: async (scope, { no, household: asked }) => {
    const { db, communityId, who, now } = scope;
    const [found] = await askedIn(db, communityId, no);
    const facts = found && (await knownOf(scope, no, comparisonFacts));
    if (!found || !facts?.comparison) return undefined;
    const { row } = found;
    const { alternatives } = facts.comparison;
    const { homes, members, chains } = await doorsIn(scope, row, asked ?? 0);
    const home = homes.find((one) => one.household === asked);
    if (asked !== undefined && !home) return undefined;
    const { closesAt, closedAt } = row;
    const chain = home ? (chains.get(home.household) ?? []) : [];
    return {
      title: facts.title,
      closesAt,
      open: facts.state === 'comparing' && closedAt === null && closesAt !== null && now < closesAt,
      alternatives,
      homes,
      drawn: await drawnOf(
        scope,
        alternatives.map(({ id }) => id),
      ),
      drawings: home
        ? await drawingsOf(
            scope,
            alternatives.map(({ id }) => id),
          )
        : [],
      home: home && {
        ...home,
        ...ofHome(row, alternatives, members, home.household, chain),
        blocked: whyNot(recordWord, {
          facts: homeFacts(row, facts.state, home, asHousehold(who, home.household) !== null, chain),
          who,
          now,
        }),
      },
    };
  },
});
export type DoorComparison = NonNullable<Awaited<ReturnType<typeof doorComparison>>>;
