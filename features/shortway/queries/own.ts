import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { proposal } from '@/db/schema/proposals';
import { shortObjection, shortWay } from '@/db/schema/shortway';
import { mayGoRound } from '@/features/opinions/policy';
import { knownOf } from '@/features/proposals/moves';
import { doorsOf } from '@/features/signoff/queries/door';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { showing } from '@/lib/shown';
import { shortFacts } from '../facts';
import { shortShown } from '../input';

/** For whoever has a reason against it, or is asked whether it is good: what stands, and what their household has said. */
export const ownShort = query({
  name: 'short.own',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { db, communityId, who, now } = scope;
    const facts = await knownOf(scope, no, shortFacts);
    if (!facts || facts.state === 'draft' || facts.waits || who.kind !== 'person') return undefined;
    const homes = who.households.map((home) => home.householdId);
    const said = await db
      .select({ words: shortObjection.words, at: shortObjection.at, recorded: isNotNull(shortObjection.recorderId) })
      .from(shortObjection)
      .innerJoin(
        shortWay,
        and(eq(shortWay.communityId, shortObjection.communityId), eq(shortWay.id, shortObjection.shortId)),
      )
      .where(
        and(
          ...[eq(shortObjection.communityId, communityId), eq(shortWay.proposalId, facts.id)],
          inArray(shortObjection.householdId, homes),
        ),
      )
      .orderBy(asc(shortObjection.id));
    if (facts.short?.hangsUntil == null && said.length === 0) return undefined;
    return {
      title: facts.title,
      shown: showing(shortShown(facts)),
      said: said.map((one) => ({ ...one, recorded: one.recorded === true })),
      asked: { facts: { ...facts, household: null }, who, now },
    };
  },
});

/** Small things that hang now, for whoever goes round. */
export const doorShorts = query({
  name: 'short.door_list',
  allow: (who, _: Record<never, never>) => mayGoRound(who),
  read: async ({ db, communityId, now }) => {
    const found = await db
      .select({ no: proposal.no, title: proposal.title, until: shortWay.hangsUntil })
      .from(shortWay)
      .innerJoin(proposal, and(eq(proposal.communityId, shortWay.communityId), eq(proposal.id, shortWay.proposalId)))
      .where(and(eq(shortWay.communityId, communityId), eq(proposal.state, 'short')))
      .orderBy(asc(shortWay.hangsUntil), asc(shortWay.id))
      .limit(100);
    return found.flatMap(({ no, title, until }) => (no !== null && until && now < until ? [{ no, title, until }] : []));
  },
});

const hasHung = async ({ db, communityId }: Scope, proposalId: number) =>
  (
    await db
      .select({ id: shortWay.id })
      .from(shortWay)
      .where(
        and(
          ...[eq(shortWay.communityId, communityId), eq(shortWay.proposalId, proposalId)],
          isNotNull(shortWay.confirmedAt),
        ),
      )
      .limit(1)
  ).length > 0;

/** One of them, now or once, at the doors of one's entrances; with `entrance`, its households. */
export const doorShort = query({
  name: 'short.door',
  allow: (who, _: { no: number; entrance?: number }) => mayGoRound(who),
  read: async (scope, { no, entrance }) => {
    const facts = await knownOf(scope, no, shortFacts);
    if (!facts || facts.waits || !(await hasHung(scope, facts.id))) return undefined;
    const until = facts.short?.hangsUntil;
    return {
      title: facts.title,
      until: until ?? null,
      shown: showing(shortShown(facts)),
      hangs: facts.state === 'short' && until != null && scope.now < until,
      ...(await doorsOf(scope, entrance)),
    };
  },
});
