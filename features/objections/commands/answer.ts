import { and, desc, eq } from 'drizzle-orm';
import { clause, plan } from '@/db/schema/plans';
import { round } from '@/db/schema/rounds';
import { writeLetters } from '@/features/letters/moves';
import { promise, promiseAt } from '@/features/works/moves';
import { answerOnSite } from '@/features/works/rules';
import { personOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { acknowledgeInput, answerInput, deskShown, wordingShown } from '../input';
import { letters } from '../letters';
import { known, lockObjection, type Row } from '../moves';
import { checkAdoption, withAnswer } from '../rules';
import { homesOf, note, saveRaisers, setState, telling } from './note';

/** Within 48 hours: we have read it. */
export const acknowledgeObjection = command({
  act: acts.acknowledgeObjection,
  input: acknowledgeInput,
  facts: lockObjection,
  shown: ({ facts }) => wordingShown(facts.row),
  run: async (scope) => {
    const { db, facts } = scope;
    await setState(db, facts.row, { state: 'acknowledged' });
    return note(scope, facts.proposal, facts.row, 'acknowledged', { kind: 'acknowledged' });
  },
});

/** A clause in the version an objection was raised on, and in the one that is to answer it. */
async function clauseFor(db: Database, row: Row, named: { version: number; clause: number }) {
  const [raisedOn] = await db
    .select({ version: round.planVersion })
    .from(round)
    .where(and(eq(round.communityId, row.communityId), eq(round.id, row.roundId)));
  const texts = await db
    .select({ version: plan.version, text: clause.text })
    .from(clause)
    .innerJoin(plan, and(eq(plan.communityId, clause.communityId), eq(plan.id, clause.planId)))
    .where(
      and(eq(clause.communityId, row.communityId), eq(plan.proposalId, row.proposalId), eq(clause.no, named.clause)),
    );
  const at = (version: number) => ({ version, text: texts.find((one) => one.version === version)?.text ?? null });
  return { objected: at(raisedOn?.version ?? 0), named: at(named.version) };
}

/** 答复: adopted in a clause of the newest version, or not possible for a reason. Its raisers are asked what they say. */
export const answerObjection = command({
  act: acts.answerObjection,
  input: answerInput,
  facts: lockObjection,
  shown: ({ facts }) => deskShown(facts.row),
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const [about] = await db
      .select({ version: plan.version })
      .from(plan)
      .where(
        and(
          eq(plan.communityId, communityId),
          eq(plan.proposalId, facts.proposal.id),
          input.version === undefined ? undefined : eq(plan.version, input.version),
        ),
      )
      .orderBy(desc(plan.version))
      .limit(1);
    const version = about?.version ?? 0;
    if (input.clause) {
      const { objected, named } = await clauseFor(db, facts.row, { version, clause: input.clause });
      if (named.text === null) return refuse('invalid', undefined, { clause: 'no_such_clause' });
      const may = checkAdoption(input.kind, objected, named);
      if (!may.ok) return may;
    }
    const answered = withAnswer(known(facts.row, facts.raisers), {
      kind: input.kind,
      version,
      clause: input.clause ?? null,
      reason: input.answer,
    });
    if (!answered.ok) return answered;
    const site = await promiseAt(db, facts.proposal, facts.row.id);
    const onSite = answerOnSite(facts.state, input.kind, typeof site?.promise === 'number');
    if (!onSite.ok) return onSite;
    const promised = onSite.value.promise ? site : undefined;
    if (promised) await promise(db, promised, input.answer);
    await setState(db, facts.row, {
      state: 'answered',
      answerKind: input.kind,
      answer: input.answer,
      answerVersion: version,
      answerClause: input.clause ?? null,
      answeredBy: personOf(actor),
      answeredAt: now,
      escalatedAt: null,
    });
    await saveRaisers(db, facts.row, answered.value);
    const told = telling(facts.proposal, homesOf(facts.raisers), facts.row);
    await writeLetters({ db, communityId, now }, letters.objection_answered, told);
    const at = { db, communityId, now, actor };
    const written = await note(at, facts.proposal, facts.row, 'answered', {
      kind: 'answered',
      words: input.answer,
      step: true,
      leaf: { kind: input.kind, version, clause: input.clause ?? null, answer: input.answer },
    });
    return promised ? { ...written, changed: [...written.changed, `works/${promised.works}`] } : written;
  },
});
