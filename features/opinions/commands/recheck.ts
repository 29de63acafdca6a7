import { and, desc, eq, or, sql } from 'drizzle-orm';
import { ledgerLeaf } from '@/db/schema/ledger';
import { opinion, recheck } from '@/db/schema/opinions';
import { household } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import { writeLetters } from '@/features/letters/moves';
import { isDisowned } from '@/features/proposals/facts';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { digest } from '@/lib/ledger';
import * as acts from '../acts';
import { drawInput, recheckInput } from '../input';
import { letters } from '../letters';
import { letInBy, vouchedBy } from '../moves';
import { recheckDraw } from '../rules';

/**
 * After the count: at least one in ten of what was recorded is drawn, by the hash the count left on the record; and what
 * was said for their home by those who were let in while the round ran.
 */
export const drawRechecks = command({
  act: acts.drawRechecks,
  input: drawInput,
  facts: async ({ db, communityId }, input) => {
    const [row] = await db
      .select()
      .from(round)
      .where(and(eq(round.communityId, communityId), eq(round.no, input.round)))
      .for('update');
    return row && { round: row };
  },
  run: async ({ db, communityId, now, facts: { round: row } }) => {
    const [count] = await db
      .select({ hash: ledgerLeaf.leafHash })
      .from(ledgerLeaf)
      .where(
        and(
          eq(ledgerLeaf.communityId, communityId),
          or(
            and(eq(ledgerLeaf.act, 'round.close'), eq(ledgerLeaf.subject, `round/${row.no}`)),
            // A round that began as alternatives was counted with them.
            and(
              eq(ledgerLeaf.act, 'alternative.close'),
              sql`${ledgerLeaf.subject} = (select 'proposal/' || p.no from ${proposal} p
                where p.community_id = ${communityId} and p.id = ${row.proposalId})`,
              eq(sql`${row.k}::int`, 1),
            ),
          ),
        ),
      )
      .orderBy(desc(ledgerLeaf.seq))
      .limit(1);
    const said = await db
      .select({
        id: opinion.id,
        household: opinion.householdId,
        seq: opinion.seq,
        own: opinion.own,
        disowned: isDisowned(),
        recorder: opinion.recorderId,
        receivedAt: opinion.receivedAt,
        letInBy: letInBy(row.opensAt),
      })
      .from(opinion)
      .where(and(eq(opinion.communityId, communityId), eq(opinion.roundId, row.id)));
    const current = [...byHousehold(said).values()].flatMap((chain) => currentOpinion(chain) ?? []);
    const recorded = current.flatMap(({ id, recorder, receivedAt }) =>
      recorder === null ? [] : [{ id, recorder, receivedAt }],
    );
    const newcomers = current.flatMap(({ id, own, letInBy: by }) => (own && by !== null ? [id] : []));
    const seed = count?.hash.toString('hex') ?? '';
    const drawn = [...recheckDraw(recorded, seed, digest), ...newcomers];
    if (drawn.length > 0) {
      await db
        .insert(recheck)
        .values(drawn.map((opinionId) => ({ communityId, opinionId, drawnAt: now })))
        .onConflictDoNothing();
    }
    return {
      ok: true,
      value: { round: row.no, recorded: recorded.length, drawn: drawn.length },
      leaf: {
        subject: `round/${row.no}`,
        content: { recheckSeed: seed, recorded: recorded.length, drawn },
      },
      changed: [],
    };
  },
});

async function lockLook({ db, communityId }: Scope, input: { recheck: number }) {
  const [row] = await db
    .select()
    .from(recheck)
    .where(and(eq(recheck.communityId, communityId), eq(recheck.id, input.recheck)))
    .for('update');
  if (!row) return undefined;
  const [of] = await db
    .select({
      householdId: opinion.householdId,
      entranceId: household.entranceId,
      recorder: vouchedBy,
      witness: opinion.witnessId,
      round: round.no,
      title: proposal.title,
    })
    .from(opinion)
    .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
    .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
    .innerJoin(household, and(eq(household.communityId, opinion.communityId), eq(household.id, opinion.householdId)))
    .where(and(eq(opinion.communityId, communityId), eq(opinion.id, row.opinionId)));
  return of && { ...of, id: row.id, opinionId: row.opinionId, outcome: row.outcome };
}

/** Somebody else asked again. What differs is not changed by them: the household is invited to say it itself. */
export const noteRecheck = command({
  act: acts.noteRecheck,
  input: recheckInput,
  facts: lockLook,
  run: async ({ db, communityId, now, actor, input, facts: row }) => {
    const { outcome, note } = input;
    await db
      .update(recheck)
      .set({ outcome, note, checkedBy: personOf(actor), checkedAt: now })
      .where(and(eq(recheck.communityId, communityId), eq(recheck.id, row.id)));
    if (outcome === 'different') {
      await writeLetters({ db, communityId, now }, letters.recheck_different, [
        { to: { household: row.householdId }, no: row.round, detail: { title: row.title } },
      ]);
    }
    return {
      ok: true,
      value: { recheck: row.id, round: row.round },
      leaf: { subject: `round/${row.round}`, content: { opinion: row.opinionId, recheck: outcome } },
      changed: [],
    };
  },
});
