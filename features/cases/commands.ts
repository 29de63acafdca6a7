import { and, eq, isNull } from 'drizzle-orm';
import { caseLink, cases } from '@/db/schema/cases';
import { caseCategory } from '@/db/schema/handling';
import { writeLetters } from '@/features/letters/moves';
import { lockProposal, recordStep } from '@/features/proposals/moves';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import { startOfDay } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { allWrong, ok, refuse } from '@/lib/result';
import * as acts from './acts';
import { linkCaseInput, postCaseInput, recordCaseInput, unlinkCaseInput } from './input';
import { letters } from './letters';
import { messages } from './messages';
import { hanging, keepCase, notAgainst, putWith, tellReporter } from './moves';
import { atOf } from './moves/at';
import { wherePut } from './moves/whose';
import {
  checkHappened,
  checkHung,
  checkReason,
  checksOf,
  hangsAtOnce,
  placeInWords,
  takenFrom,
  type WRITTEN_DOWN,
} from './rules';

/** Of these sources one stands for how it came here, whatever was said of it. */
const sourceOf = (actor: Actor, said: (typeof WRITTEN_DOWN)[number]) =>
  actor.as === 'resident' ? 'web' : actor.as === 'machine' ? 'open311' : said;

async function isKept({ db, communityId }: Scope, categoryId: number): Promise<boolean> {
  const [found] = await db
    .select({ id: caseCategory.id })
    .from(caseCategory)
    .where(
      and(
        ...[eq(caseCategory.communityId, communityId), eq(caseCategory.id, categoryId)],
        isNull(caseCategory.retiredAt),
      ),
    );
  return found !== undefined;
}

/** 记诉求: what somebody asks or complains of. Its title is for the board; words and complainant are not. */
export const recordCase = command({
  act: acts.recordCase,
  input: recordCaseInput,
  facts: wherePut,
  races: { cases_community_id_source_external_no_unique: 'external_no_known' },
  run: async (scope) => {
    const { db, communityId, now, actor } = scope;
    const role = roleOf(actor);
    const input = takenFrom(role, scope.input);
    const { household: home, buildingId, unknownHome } = scope.facts;
    const happenedAt = input.happenedOn ? startOfDay(input.happenedOn) : now;
    const unknown = unknownHome ? refuse(unknownHome, undefined, { home: unknownHome }) : ok();
    const wrong = allWrong([...checksOf(input), checkHappened(happenedAt, now), unknown]);
    if (wrong) return { ok: false, refusal: wrong };
    if (input.categoryId && !(await isKept(scope, input.categoryId)))
      return refuse('no_such_category', undefined, { categoryId: 'choose_one' });
    const at = await atOf(scope, input.at, messages.zh.one);
    if (!at) return refuse('invalid', undefined, { at: 'choose_one' });
    const { label, open, ...ids } = at;
    const place = placeInWords(label, input.place);
    if (!place) return refuse('invalid', undefined, { place: 'required' });
    const own = actor.as === 'resident';
    const atOnce = hangsAtOnce(role);
    const shown = placeInWords(open, input.place);
    const free = atOnce ? checkHung({ title: input.title, place: shown }) : null;
    if (free && !free.ok) return free;
    const { id, no } = await keepCase(
      scope,
      {
        kind: input.kind,
        source: sourceOf(actor, input.source),
        externalNo: input.externalNo ?? null,
        title: input.title,
        category: input.category,
        categoryId: input.categoryId ?? null,
        place,
        ...ids,
        // Which entrance is for whoever goes there, not for everybody who reads the board.
        ...(open !== label && { postedPlace: shown }),
        buildingId,
        householdId: home?.id ?? null,
        keyId: actor.as === 'machine' ? actor.keyId : null,
        happenedAt,
      },
      { words: input.words, complainant: input.complainant, phone: input.phone },
    );
    const person = own ? personOf(actor) : null;
    if (person !== null)
      await writeLetters({ db, communityId, now }, letters.case_received, [
        { to: { person }, no, detail: { title: input.title } },
      ]);
    return {
      ok: true,
      value: { id, no },
      leaf: { subject: `cases/${no}`, content: { title: input.title, kind: input.kind, words: input.words } },
      changed: [],
    };
  },
});

/** Somebody has looked: it hangs, without what its reporter did not mean to publish; they are told. */
export const postCase = command({
  act: acts.postCase,
  input: postCaseInput,
  facts: hanging,
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const { row } = facts;
    const free = checkHung(input);
    if (!free.ok) return free;
    const hung = { postedTitle: input.title, postedPlace: input.place };
    await db
      .update(cases)
      .set({ ...hung, postedAt: now, postedBy: personOf(actor) })
      .where(and(eq(cases.communityId, communityId), eq(cases.id, row.id)));
    await tellReporter(scope, row, { sort: letters.case_posted, detail: { title: input.title } });
    return {
      ok: true,
      value: { case: row.no },
      leaf: { subject: `cases/${row.no}`, content: { posted: input.title, place: input.place } },
      changed: ['cases'],
    };
  },
});

async function linking(scope: Scope, input: { case: number; proposal: number }) {
  const { db, communityId } = scope;
  const proposal = await lockProposal(db, communityId, input.proposal);
  const [found] = await db
    .select({ id: cases.id, no: cases.no, title: cases.title, householdId: cases.householdId })
    .from(cases)
    .where(and(eq(cases.communityId, communityId), eq(cases.no, input.case), notAgainst(scope)));
  return proposal && found ? { proposal, state: proposal.state, found } : undefined;
}

/** Puts a case with a proposal, and says on which side. A second time it changes the side. */
export const linkCase = command({
  act: acts.linkCase,
  input: linkCaseInput,
  facts: linking,
  run: async ({ db, communityId, now, actor, input, facts: { proposal, found } }) => {
    const { side } = input;
    await putWith({ db, communityId, now, actor }, { proposalId: proposal.id, links: [{ caseId: found.id, side }] });
    return {
      ok: true,
      value: { case: input.case, proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { case: input.case, side } },
      changed: [`cases/${input.case}`, 'proposals'],
    };
  },
});

/** Takes a case out again that does not belong there: with a reason on the board, and the household is told. */
export const unlinkCase = command({
  act: acts.unlinkCase,
  input: unlinkCaseInput,
  facts: linking,
  run: async ({ db, communityId, now, actor, input, facts: { proposal, found } }) => {
    const { reason } = input;
    const may = checkReason(reason);
    if (!may.ok) return may;
    const gone = await db
      .delete(caseLink)
      .where(
        and(
          ...[eq(caseLink.communityId, communityId), eq(caseLink.caseId, found.id)],
          eq(caseLink.proposalId, proposal.id),
        ),
      );
    if (gone.rowCount === 0) return refuse('not_linked');
    await recordStep(db, proposal, {
      kind: 'case_unlinked',
      reason,
      detail: { case: input.case },
      now,
      role: roleOf(actor),
      personId: personOf(actor),
    });
    if (found.householdId !== null)
      await writeLetters({ db, communityId, now }, letters.case_unlinked, [
        { to: { household: found.householdId }, no: input.proposal, detail: { title: found.title } },
      ]);
    return {
      ok: true,
      value: { case: input.case, proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { step: 'case_unlinked', case: input.case, reason } },
      changed: [`cases/${input.case}`, 'proposals'],
    };
  },
});
