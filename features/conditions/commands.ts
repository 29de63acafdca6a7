import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { conditionClash, conditionList, conditionRaised, listedCondition } from '@/db/schema/conditions';
import { objectionRaiser } from '@/db/schema/objections';
import { askUntil, writeLetters } from '@/features/letters/moves';
import { stakes } from '@/features/proposals/facts';
import { lockKnown, recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { conditionFacts } from './facts';
import { markInput } from './input';
import { letters } from './letters';
import { checkMarked, type Marked, togetherOf, totalChange } from './rules';

/** The households that asked for any of it and have not taken it back. */
const askers = (db: Database, communityId: number, objections: readonly number[]) =>
  db
    .selectDistinct({ household: objectionRaiser.householdId })
    .from(objectionRaiser)
    .where(
      and(
        ...[eq(objectionRaiser.communityId, communityId), inArray(objectionRaiser.objectionId, [...objections])],
        or(isNull(objectionRaiser.verdict), ne(objectionRaiser.verdict, 'withdrawn')),
      ),
    )
    .orderBy(objectionRaiser.householdId);

const listOf = (list: Omit<Marked, 'budget'> & { budget?: number | undefined }): Marked => ({
  ...list,
  budget: list.budget ?? null,
});

/** A new list in the place of the one before; whoever asked for something in it is told. */
export const markConditions = command({
  act: acts.markConditions,
  input: markInput,
  facts: async (scope, input) => {
    const facts = await lockKnown(scope, input.proposal, { ...conditionFacts, ...stakes });
    const isSound = facts !== undefined && checkMarked(input, facts.raised).ok;
    return facts && { ...facts, total: isSound ? totalChange(facts.marked, listOf(input)) : null };
  },
  stale: async ({ input: { rowVersion }, facts: { marked } }) => {
    const now = marked?.version ?? 0;
    if (rowVersion === now) return null;
    const text = (marked?.conditions ?? []).map((one) => `${one.no}. ${one.text}`).join('\n');
    return refuse('stale_text', { text, rowVersion: now }).refusal;
  },
  run: async ({ db, communityId, now, actor, input, facts: { row, marked, raised } }) => {
    const may = checkMarked(input, raised);
    if (!may.ok) return may;
    const { budget = null, conditions, clashes } = input;
    const version = (marked?.version ?? 0) + 1;
    const markedBy = personOf(actor) ?? 0;
    const [saved] = await db
      .insert(conditionList)
      .values({ communityId, proposalId: row.id, version, budget, markedBy, markedAt: now })
      .returning({ id: conditionList.id });
    const list = { communityId, listId: saved?.id ?? 0 };
    const idOf = (no: number) => raised.find((one) => one.no === no)?.id ?? 0;
    await db.insert(listedCondition).values(conditions.map(({ no, text, cost }) => ({ ...list, no, text, cost })));
    await db
      .insert(conditionRaised)
      .values(
        conditions.flatMap(({ no, objections }) => objections.map((of) => ({ ...list, no, objectionId: idOf(of) }))),
      );
    if (clashes.length > 0)
      await db.insert(conditionClash).values(clashes.map((one, index) => ({ ...list, ...one, position: index + 1 })));
    const { sets, conflicts } = togetherOf({ conditions, clashes, budget });
    await recordStep(db, row, {
      kind: 'conditions_marked',
      role: roleOf(actor),
      personId: markedBy,
      reason: input.reason,
      detail: { conditions: conditions.length, conflicts: conflicts.length },
      now,
    });
    await askUntil({ db, communityId, now }, letters.conditions_marked, input.proposal, now);
    const homes = await askers(
      db,
      communityId,
      conditions.flatMap(({ objections }) => objections.map(idOf)),
    );
    await writeLetters(
      { db, communityId, now },
      letters.conditions_marked,
      homes.map((to) => ({ to, no: input.proposal, detail: { title: row.title } })),
    );
    return {
      ok: true,
      value: { proposal: input.proposal, version, sets: sets.length, conflicts: conflicts.length },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          conditions: conditions.map(({ no, text, cost, objections }) => ({ no, text, cost, objections })),
          clashes: clashes.map(({ nos, why }) => ({ nos, why })),
          budget,
          version,
          ...(input.reason && { reason: input.reason }),
        },
      },
      changed: [],
    };
  },
});
