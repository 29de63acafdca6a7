import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { objectionEvent, objectionRaiser } from '@/db/schema/objections';
import { clause, plan } from '@/db/schema/plans';
import { askUntil, writeLetters } from '@/features/letters/moves';
import { checkKnocked } from '@/features/opinions/moves';
import { personOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { refuse } from '@/lib/result';
import type { Shown } from '@/lib/shown';
import * as acts from '../acts';
import { answerShown, takeBackInput, tryInput, verdictInput } from '../input';
import { letters } from '../letters';
import { known, lockRaising, type Row } from '../moves';
import { checkRecordedVerdict, checkVerdictWords, mayChangeMind, objectionState, withTry, withVerdict } from '../rules';
import { note, raiser, setState, stored, telling } from './note';

/** What is shown of it, as it stands now. */
async function answerStanding(db: Database, row: Row): Promise<Shown> {
  const [named] = await db
    .select({ text: clause.text })
    .from(clause)
    .innerJoin(plan, and(eq(plan.communityId, clause.communityId), eq(plan.id, clause.planId)))
    .where(
      and(
        ...[eq(plan.communityId, row.communityId), eq(plan.proposalId, row.proposalId)],
        ...[eq(plan.version, row.answerVersion ?? 0), eq(clause.no, row.answerClause ?? 0)],
      ),
    );
  return answerShown({ ...row, clauseText: named?.text ?? null });
}

/** When the household last said itself what it thinks of an answer. */
async function lastOwnWord(db: Database, row: Row, householdId: number): Promise<Date | null> {
  const [said] = await db
    .select({ at: objectionEvent.at })
    .from(objectionEvent)
    .where(
      and(
        eq(objectionEvent.communityId, row.communityId),
        eq(objectionEvent.objectionId, row.id),
        eq(objectionEvent.householdId, householdId),
        inArray(objectionEvent.kind, ['settled', 'maintained', 'withdrawn']),
      ),
    )
    .orderBy(desc(objectionEvent.id))
    .limit(1);
  return said?.at ?? null;
}

/** 提出人确认: settled, maintained, or withdrawn; only by a household that raised it. */
export const giveVerdict = command({
  act: acts.giveVerdict,
  input: verdictInput,
  facts: lockRaising,
  shown: ({ db, facts }) => answerStanding(db, facts.row),
  run: async (scope) => {
    const { db, now, actor, input, facts } = scope;
    if (actor.as !== 'resident') {
      const ownWord = await lastOwnWord(db, facts.row, facts.householdId);
      const may = checkRecordedVerdict(ownWord, facts.row.answeredAt, input.provenance);
      if (!may.ok) return may;
      const knocked = await checkKnocked(scope, { household: facts.householdId, channel: input.channel });
      if (!knocked.ok) return knocked;
    }
    const before = facts.raisers.find((one) => one.householdId === facts.householdId)?.verdict ?? null;
    if (!mayChangeMind(facts.state, before)) return refuse('withdrawn_stays');
    const heard = checkVerdictWords(input.verdict, input.words);
    if (!heard.ok) return heard;
    const judged = withVerdict(known(facts.row, facts.raisers), facts.householdId, input.verdict);
    if (!judged.ok) return judged;
    const state = stored(objectionState(judged.value));
    await db
      .update(objectionRaiser)
      .set({ verdict: input.verdict, verdictWords: input.words, verdictBy: personOf(actor), verdictAt: now })
      .where(raiser(facts.row, facts.householdId));
    await setState(db, facts.row, { state });
    await askUntil(scope, letters.objection_answered, facts.proposal.no ?? 0, now, {
      household: facts.householdId,
      wording: facts.row.wording,
    });
    if (actor.as !== 'resident') {
      const told = telling(facts.proposal, [facts.householdId], facts.row);
      await writeLetters(scope, letters.verdict_recorded, told);
    }
    return note(scope, facts.proposal, facts.row, state, {
      kind: actor.as === 'resident' ? input.verdict : `${input.verdict}_${input.channel}`,
      householdId: facts.householdId,
      words: [input.words, input.provenance].filter(Boolean).join(' · '),
      leaf: {
        household: facts.householdId,
        verdict: input.verdict,
        words: input.words,
        channel: actor.as === 'resident' ? 'self' : input.channel,
        provenance: input.provenance,
      },
    });
  },
});

/** What was last said of an answer for a household by somebody else, as long as it has not spoken itself since. */
async function lastRecorded(db: Database, row: Row, householdId: number) {
  const [said] = await db
    .select({ kind: objectionEvent.kind, at: objectionEvent.at, by: objectionEvent.personId })
    .from(objectionEvent)
    .where(
      and(
        ...[eq(objectionEvent.communityId, row.communityId), eq(objectionEvent.objectionId, row.id)],
        ...[eq(objectionEvent.householdId, householdId), ne(objectionEvent.kind, 'tried')],
      ),
    )
    .orderBy(desc(objectionEvent.id))
    .limit(1);
  return said && /^(settled|maintained|withdrawn)_/.test(said.kind) ? { at: said.at, by: said.by } : null;
}

/** Written down by mistake: it goes, the household is told, and asked again. */
export const takeBackVerdict = command({
  act: acts.takeBackVerdict,
  input: takeBackInput,
  facts: async (scope, input) => {
    const facts = await lockRaising(scope, input);
    return facts && { ...facts, recorded: await lastRecorded(scope.db, facts.row, facts.householdId) };
  },
  run: async (scope) => {
    const { db, input, facts } = scope;
    const one = known(facts.row, facts.raisers);
    const without = one.raisers.map((each) =>
      each.household === facts.householdId ? { ...each, verdict: null } : each,
    );
    const state = stored(objectionState({ ...one, raisers: without }));
    await db
      .update(objectionRaiser)
      .set({ verdict: null, verdictWords: '', verdictBy: null, verdictAt: null })
      .where(raiser(facts.row, facts.householdId));
    await setState(db, facts.row, { state });
    await writeLetters(scope, letters.verdict_taken_back, telling(facts.proposal, [facts.householdId], facts.row));
    return note(scope, facts.proposal, facts.row, state, {
      kind: 'verdict_taken_back',
      householdId: facts.householdId,
      words: input.reason,
      leaf: { household: facts.householdId, reason: input.reason },
    });
  },
});

/** Somebody tried to reach a raiser and could not. After two tries what was adopted exactly as asked lapses. */
export const noteTry = command({
  act: acts.noteTry,
  input: tryInput,
  facts: lockRaising,
  run: async (scope) => {
    const { db, facts } = scope;
    const tried = withTry(known(facts.row, facts.raisers), facts.householdId);
    if (!tried.ok) return tried;
    const state = stored(objectionState(tried.value));
    const tries = tried.value.raisers.find((one) => one.household === facts.householdId)?.tries ?? 0;
    await db.update(objectionRaiser).set({ triesToReach: tries }).where(raiser(facts.row, facts.householdId));
    await setState(db, facts.row, { state });
    if (state === 'lapsed') {
      const silent = tried.value.raisers.filter((one) => one.verdict === null).map(({ household }) => household);
      await writeLetters(scope, letters.objection_lapsed, telling(facts.proposal, silent, facts.row));
    }
    return note(scope, facts.proposal, facts.row, state, {
      kind: state === 'lapsed' ? 'lapsed' : 'tried',
      householdId: facts.householdId,
      words: scope.input.note,
      leaf: { household: facts.householdId, tries },
    });
  },
});
