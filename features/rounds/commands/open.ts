import { and, asc, eq, max, ne } from 'drizzle-orm';
import { opinion } from '@/db/schema/opinions';
import { plan, planMateriality } from '@/db/schema/plans';
import { electorate, round } from '@/db/schema/rounds';
import { groupHousehold } from '@/db/schema/scoping';
import { writeLetters } from '@/features/letters/moves';
import { versionsOf } from '@/features/plans/rules';
import { isDisowned } from '@/features/proposals/facts';
import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { startOfDay } from '@/lib/calendar';
import { command, type Database } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import * as acts from '../acts';
import { openInput, planShown } from '../input';
import { letters } from '../letters';
import { changedWith, closing, lockRounds } from '../moves';
import { byHousehold, standing } from '../rules';
import { checkWindow, closeOf, leastDays } from '../rules/window';

/** Everything the households said in the rounds of a proposal that hold, as the rules want it. */
function saidIn(db: Database, communityId: number, proposalId: number) {
  return db
    .select({
      id: opinion.id,
      household: opinion.householdId,
      round: round.k,
      seq: opinion.seq,
      version: opinion.planVersion,
      stance: opinion.stance,
      own: opinion.own,
      disowned: isDisowned(),
    })
    .from(opinion)
    .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
    .where(and(eq(opinion.communityId, communityId), eq(round.proposalId, proposalId), ne(round.state, 'void')));
}

async function materialOf(db: Database, communityId: number, proposalId: number) {
  const rows = await db
    .select({ group: planMateriality.groupId, version: plan.version })
    .from(planMateriality)
    .innerJoin(plan, and(eq(plan.communityId, planMateriality.communityId), eq(plan.id, planMateriality.planId)))
    .where(
      and(
        eq(planMateriality.communityId, communityId),
        eq(plan.proposalId, proposalId),
        eq(plan.state, 'published'),
        eq(planMateriality.material, true),
      ),
    );
  return (group: number) => rows.filter((row) => row.group === group).map((row) => row.version);
}

/** Row 6. Whoever stands by an opinion on this version is not asked again; everybody else is. */
export const openRound = command({
  act: acts.openRound,
  input: openInput,
  facts: lockRounds,
  shown: ({ facts }) => planShown(versionsOf(facts.plans).published),
  races: { round_one_open: 'round_running' },
  run: async ({ db, community, communityId, now, actor, input, facts: { row, ...facts } }) => {
    const window = { opensAt: input.opensOn ? startOfDay(input.opensOn) : now, closesAt: closeOf(input.closesOn) };
    const may = checkWindow(window, now, leastDays(facts.roundDays));
    if (!may.ok) return may;
    const version = versionsOf(facts.plans).published?.version ?? 0;
    const [before] = await db
      .select({ k: max(round.k) })
      .from(round)
      .where(and(eq(round.communityId, communityId), eq(round.proposalId, row.id)));
    const k = (before?.k ?? 0) + 1;
    const members = await db
      .select({ householdId: groupHousehold.householdId, groupId: groupHousehold.groupId })
      .from(groupHousehold)
      .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, row.id)))
      .orderBy(asc(groupHousehold.householdId));
    const said = byHousehold(await saidIn(db, communityId, row.id));
    const material = await materialOf(db, communityId, row.id);
    const no = await nextNumber(db, communityId, 'round');
    const [opened] = await db
      .insert(round)
      .values({
        communityId,
        no,
        proposalId: row.id,
        k,
        planVersion: version,
        ...window,
        openedBy: personOf(actor) ?? 0,
      })
      .returning();
    if (!opened) throw new Error('the round was not opened');
    const snapshot = members.map((member) => {
      const held = standing(said.get(member.householdId) ?? [], material(member.groupId), version);
      const standingOpinionId = held?.opinion.id ?? null;
      return { communityId, roundId: opened.id, ...member, asked: held === null, standingOpinionId };
    });
    for (let first = 0; first < snapshot.length; first += 1000) {
      await db.insert(electorate).values(snapshot.slice(first, first + 1000));
    }
    const asked = snapshot.filter((one) => one.asked);
    await recordStep(db, row, {
      kind: 'round_opened',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { round: no, k, version, asked: asked.length },
      now,
    });
    await writeLetters(
      { db, communityId, now },
      letters.round_opened,
      asked.map(({ householdId }) => ({
        to: { household: householdId },
        no,
        until: window.closesAt,
        detail: { title: row.title },
      })),
    );
    const proposal = input.proposal;
    return {
      ok: true,
      value: { proposal, round: no, k, version, households: snapshot.length, asked: asked.length },
      leaf: {
        subject: `round/${no}`,
        content: {
          proposal,
          k,
          version,
          opensAt: window.opensAt.toISOString(),
          closesAt: window.closesAt.toISOString(),
          households: snapshot.length,
          asked: asked.length,
        },
      },
      jobs: [closing(community.slug, opened, window.closesAt)],
      changed: changedWith(proposal),
    };
  },
});
