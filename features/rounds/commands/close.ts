import { and, asc, eq, lt, not } from 'drizzle-orm';
import { opinion, visit } from '@/db/schema/opinions';
import { electorate, round, roundCell } from '@/db/schema/rounds';
import { writeLetters } from '@/features/letters/moves';
import { isDisowned } from '@/features/proposals/facts';
import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { publishedCells } from '@/lib/telling';
import * as acts from '../acts';
import { closeInput } from '../input';
import { letters } from '../letters';
import { changedWith, lockRound, ofRound, toldOf } from '../moves';
import { countRound, isRed } from '../rules';

/** The households of a round with the stance that stood when it opened, its opinions up to the close, its visits. */
async function ballotOf(db: Database, { communityId, id, closesAt }: typeof round.$inferSelect) {
  const households = await db
    .select({ household: electorate.householdId, group: electorate.groupId, standing: opinion.stance })
    .from(electorate)
    .leftJoin(
      opinion,
      and(
        ...[eq(opinion.communityId, electorate.communityId), eq(opinion.id, electorate.standingOpinionId)],
        not(isDisowned()),
      ),
    )
    .where(and(eq(electorate.communityId, communityId), eq(electorate.roundId, id)));
  const said = await db
    .select({
      household: opinion.householdId,
      seq: opinion.seq,
      own: opinion.own,
      stance: opinion.stance,
      disowned: isDisowned(),
    })
    .from(opinion)
    .where(and(eq(opinion.communityId, communityId), eq(opinion.roundId, id), lt(opinion.receivedAt, closesAt)))
    .orderBy(asc(opinion.id));
  const visits = await db
    .select({ household: visit.householdId, outcome: visit.outcome })
    .from(visit)
    .where(and(eq(visit.communityId, communityId), eq(visit.roundId, id)));
  return { households, said, visits };
}

/** Row 7: the round is locked, then counted; of what was recorded a sample is drawn afterwards, from the count's own hash. */
export const closeRound = command({
  act: acts.closeRound,
  input: closeInput,
  facts: lockRound,
  run: async ({ db, community, communityId, now, actor, facts: { row, round: locked } }) => {
    const ballot = await ballotOf(db, locked);
    const cells = countRound(ballot.households, ballot.said, ballot.visits);
    const told = await toldOf(db, locked);
    const shares = row.rule ?? community.settings;
    await db.update(round).set({ state: 'closed', closedAt: now }).where(ofRound(locked));
    await db.insert(roundCell).values(
      [...cells].map(([groupId, own]) => {
        const how = told.get(groupId) ?? 'reached';
        return {
          communityId,
          roundId: locked.id,
          groupId,
          ...own,
          published: publishedCells(own, how),
          agrees: how === 'reached' ? null : !isRed(own, shares),
        };
      }),
    );
    await recordStep(db, row, {
      kind: 'round_closed',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { round: locked.no, k: locked.k, version: locked.planVersion },
      now,
    });
    await writeLetters(
      { db, communityId, now },
      letters.round_closed,
      ballot.households.map(({ household }) => ({
        to: { household },
        no: locked.no,
        detail: { title: row.title },
      })),
    );
    return {
      ok: true,
      value: { round: locked.no, groups: cells.size },
      leaf: {
        subject: `round/${locked.no}`,
        content: {
          k: locked.k,
          version: locked.planVersion,
          cells: [...cells].map(([group, own]) => ({ group, ...own })),
        },
      },
      jobs: [
        {
          task: 'recheck.draw',
          payload: { community: community.slug, round: locked.no },
          key: `recheck.draw:${communityId}:${locked.no}`,
        },
      ],
      changed: changedWith(row.no),
    };
  },
});
