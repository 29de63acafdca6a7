import { and, eq, inArray, max } from 'drizzle-orm';
import { objection, objectionEvent, objectionRaiser } from '@/db/schema/objections';
import type { StoredState as ObjectionState } from '@/db/words/objections';
import { type ProposalRow, recordStep } from '@/features/proposals/moves';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import type { Database, Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import type { RaiserRow, Row } from '../moves';
import type { Objection, objectionState } from '../rules';

type At = Pick<Scope, 'db' | 'communityId' | 'now'> & { actor: Actor };

const of = (row: Row) => and(eq(objection.communityId, row.communityId), eq(objection.id, row.id));

/** What is stored: an objection reopened is one acknowledged that waits for an answer. */
export const stored = (state: ReturnType<typeof objectionState>): ObjectionState =>
  state === 'reopened' ? 'acknowledged' : state;

interface Happened {
  kind: string;
  householdId?: number;
  words?: string;
  leaf?: { [key: string]: Json };
  /** An event of the proposal's life as well: everybody may see that it happened. */
  step?: boolean;
}

/** Writes the event, the proposal's step and what goes into the record. */
export async function note(at: At, proposal: ProposalRow, row: Row, state: ObjectionState, happened: Happened) {
  const { db, communityId, now, actor } = at;
  await db.insert(objectionEvent).values({
    communityId,
    objectionId: row.id,
    kind: happened.kind,
    householdId: happened.householdId ?? null,
    personId: personOf(actor),
    words: happened.words ?? '',
    at: now,
  });
  if (happened.step) {
    await recordStep(db, proposal, {
      kind: `objection_${happened.kind}`,
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { objection: row.no },
      now,
    });
  }
  const no = proposal.no ?? 0;
  return {
    ok: true as const,
    value: { proposal: no, objection: row.no, state },
    leaf: { subject: `proposal/${no}/objection/${row.no}`, content: { event: happened.kind, state, ...happened.leaf } },
    // The first page has what moved last on top.
    changed: ['proposals'],
  };
}

export const homesOf = (raisers: readonly RaiserRow[]) => raisers.map(({ householdId }) => householdId);

/** What a letter says of an objection, to each of these households. */
export const telling = ({ no }: ProposalRow, households: Iterable<number>, { wording }: { wording: string }) =>
  [...households].map((household) => ({ to: { household }, no: no ?? 0, detail: { wording } }));

export async function setState(db: Database, row: Row, values: Partial<Row>): Promise<void> {
  await db.update(objection).set(values).where(of(row));
}

export async function nextNo(db: Database, { communityId, id }: ProposalRow): Promise<number> {
  const [last] = await db
    .select({ no: max(objection.no) })
    .from(objection)
    .where(and(eq(objection.communityId, communityId), eq(objection.proposalId, id)));
  return (last?.no ?? 0) + 1;
}

/** What the rules say of each raiser, written back. */
export async function saveRaisers(db: Database, row: Row, next: Objection): Promise<void> {
  for (const verdict of [null, 'settled', 'maintained', 'withdrawn'] as const) {
    const households = next.raisers.filter((one) => one.verdict === verdict).map((one) => one.household);
    if (households.length === 0) continue;
    await db
      .update(objectionRaiser)
      .set({
        verdict,
        ...(verdict === null ? { triesToReach: 0, verdictWords: '', verdictBy: null, verdictAt: null } : {}),
      })
      .where(
        and(
          eq(objectionRaiser.communityId, row.communityId),
          eq(objectionRaiser.objectionId, row.id),
          inArray(objectionRaiser.householdId, households),
        ),
      );
  }
}

export const raiser = (row: Row, householdId: number) =>
  and(
    eq(objectionRaiser.communityId, row.communityId),
    eq(objectionRaiser.objectionId, row.id),
    eq(objectionRaiser.householdId, householdId),
  );
