import { and, asc, desc, eq, inArray, not } from 'drizzle-orm';
import { opinion, opinionContent } from '@/db/schema/opinions';
import { building, entrance, household, unit } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { electorate, round } from '@/db/schema/rounds';
import { isDisowned } from '@/features/proposals/facts';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { whyNot } from '@/lib/act';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { showing } from '@/lib/shown';
import { correctOpinion, giveOpinion } from '../acts';
import { wordShown } from '../input';
import { correctableUntil, mayCorrect } from '../rules';
import { roundOf, said, saidBy } from './round';

/** What one person's households can say in a round, with the plan it is about. Somebody without a household reads it. */
export const myRound = query({
  name: 'round.mine',
  allow: (who) => who.kind === 'person',
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, now, who } = scope;
    const about = await roundOf(scope, no);
    const own = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
    if (!about) return undefined;
    if (own.length === 0) return { ...about, homes: [] };
    const homes = await db
      .select({
        household: electorate.householdId,
        building: building.name,
        entranceId: entrance.id,
        entrance: entrance.no,
        door: unit.door,
        asked: electorate.asked,
        standing: opinion.stance,
      })
      .from(electorate)
      .innerJoin(
        household,
        and(eq(household.communityId, electorate.communityId), eq(household.id, electorate.householdId)),
      )
      .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
      .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
      .leftJoin(
        opinion,
        and(
          ...[eq(opinion.communityId, electorate.communityId), eq(opinion.id, electorate.standingOpinionId)],
          not(isDisowned()),
        ),
      )
      .where(
        and(
          eq(electorate.communityId, communityId),
          eq(electorate.roundId, about.id),
          inArray(electorate.householdId, own),
        ),
      )
      .orderBy(asc(electorate.householdId));
    const chains = byHousehold(await saidBy(scope, about.id, own));
    return {
      ...about,
      homes: homes.map(({ entranceId, ...home }) => {
        const all = chains.get(home.household) ?? [];
        const chain = all.filter((one) => !one.disowned);
        const voter = { ...about.of, householdId: home.household, entranceId, chain, state: about.proposalState };
        const asked = { facts: voter, who, now };
        const [give, correct] = [whyNot(giveOpinion, asked), whyNot(correctOpinion, asked)];
        return {
          ...home,
          said: all,
          current: currentOpinion(chain),
          shown: showing(wordShown(currentOpinion(chain))),
          /** Which act is open to them now; null when none is. */
          act: chain.length > 0 && !correct ? ('correct' as const) : give ? null : ('give' as const),
          /** Why none is. */
          blocked: give && correct && (chain.length > 0 ? correct : give),
        };
      }),
    };
  },
});

/** Everything this person's households said in this community, newest first (at most 100). */
export async function opinionsIn({ db, communityId, who, now }: Scope) {
  const own = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
  const all = await db
    .select({
      ...said,
      round: round.no,
      k: round.k,
      closesAt: round.closesAt,
      version: round.planVersion,
      proposal: proposal.no,
      title: proposal.title,
    })
    .from(opinion)
    .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
    .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
    .leftJoin(
      opinionContent,
      and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
    )
    .where(and(eq(opinion.communityId, communityId), inArray(opinion.householdId, own)))
    .orderBy(desc(opinion.id))
    .limit(100);
  return all.map((one) => {
    const chain = all.filter((other) => other.round === one.round && other.household === one.household);
    const current = currentOpinion(chain.toReversed());
    const counts = current?.id === one.id;
    /** Written down after the household had said so itself: it has taken nothing's place. */
    const outranked = !counts && !one.own && !one.disowned && current?.own === true && current.id < one.id;
    const open = counts && !one.own && mayCorrect(one.receivedAt, now);
    /** `correctUntil`: until when the household may correct what somebody else wrote down; null when it may not. */
    return { ...one, counts, outranked, correctUntil: open ? correctableUntil(one.receivedAt, one.closesAt) : null };
  });
}

export const myOpinions = query({
  name: 'opinions.mine',
  allow: (who) => who.kind === 'person' && who.households.length > 0,
  read: opinionsIn,
});
