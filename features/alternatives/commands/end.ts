import { comparison } from '@/db/schema/alternatives';
import { proposal } from '@/db/schema/proposals';
import { askUntil, endNews, writeLetters } from '@/features/letters/moves';
import { byId, step } from '@/features/proposals/moves';
import { checkExtension, closeOf } from '@/features/rounds/rules/window';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { endInput, extendInput } from '../input';
import { letters } from '../letters';
import { closing, lockComparison, membersOf, ofComparison } from '../moves';

/** Before its close it is made longer, at most thirty days beyond its first close. */
export const extendComparison = command({
  act: acts.extendComparison,
  input: extendInput,
  facts: lockComparison,
  run: async ({ db, community, communityId, now, actor, input, facts: { row, comparison: live } }) => {
    const { opensAt, closesAt, firstClosesAt } = live ?? {};
    if (!live || !opensAt || !closesAt || !firstClosesAt) return refuse('no_alternatives');
    const held = closesAt > firstClosesAt ? [{ from: firstClosesAt, to: closesAt, at: now }] : [];
    const may = checkExtension({ opensAt, closesAt }, held, closeOf(input.closesOn), now);
    if (!may.ok) return may;
    const until = may.value.closesAt;
    await db.update(comparison).set({ closesAt: until }).where(ofComparison(communityId, live.id));
    await askUntil({ db, communityId, now }, letters.comparison_opened, input.proposal, until);
    const done = await step({ db, community, now, actor }, row, 'comparison_extended', {
      detail: { from: closesAt.toISOString(), to: until.toISOString() },
    });
    return { ...done, jobs: [closing(community.slug, communityId, input.proposal, until)] };
  },
});

/** Row ce: none of them is taken, for a reason everybody reads; what was said stays on record and counts for nothing. */
export const endComparison = command({
  act: acts.endComparison,
  input: endInput,
  facts: lockComparison,
  run: async ({ db, community, communityId, now, actor, input: { reason }, facts: { row, comparison: live } }) => {
    await db
      .update(comparison)
      .set({ endedAt: now })
      .where(ofComparison(communityId, live?.id ?? 0));
    const asked = live?.opensAt ? [...(await membersOf(db, { communityId, id: live.id })).values()].flat() : [];
    await db.update(proposal).set({ rule: null }).where(byId(row));
    const no = row.no ?? 0;
    await endNews({ db, communityId, now }, { about: 'proposal', numbers: [no] });
    await writeLetters(
      { db, communityId, now },
      letters.comparison_ended,
      [...new Set(asked.map(({ household }) => household))].map((household) => ({
        to: { household },
        no,
        detail: { title: row.title, reason },
      })),
    );
    return step({ db, community, now, actor }, row, 'comparison_ended', {
      ...(row.state === 'comparing' && { to: 'scoping' }),
      reason,
    });
  },
});
