import { and, eq, isNull } from 'drizzle-orm';
import { caseContent, caseLink, cases } from '@/db/schema/cases';
import { orderVersion } from '@/db/schema/exchange';
import { caseCategory, namedPlace } from '@/db/schema/handling';
import { building, entrance, household } from '@/db/schema/people';
import { writeLetters } from '@/features/letters/moves';
import { lockProposal, recordStep } from '@/features/proposals/moves';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import { startOfDay } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { linkCaseInput, postCaseInput, recordCaseInput, unlinkCaseInput } from './input';
import { letters } from './letters';
import { messages } from './messages';
import { notAgainst, putWith } from './moves';
import type { CasePlace } from './policy';
import {
  checkHappened,
  checkHung,
  checkReason,
  checkTitle,
  dispatchBy,
  hangsAtOnce,
  placeInWords,
  takenFrom,
  type WRITTEN_DOWN,
} from './rules';

async function placeOf(
  { db, communityId }: Scope,
  input: { building?: number; household?: number },
): Promise<(CasePlace & { buildingId: number | null }) | undefined> {
  if (input.household) {
    const [home] = await db
      .select({ id: household.id, entranceId: household.entranceId, buildingId: household.buildingId })
      .from(household)
      .where(and(eq(household.communityId, communityId), eq(household.id, input.household)));
    if (!home || (input.building && input.building !== home.buildingId)) return undefined;
    return { household: home, entranceIds: [home.entranceId], buildingId: home.buildingId };
  }
  if (!input.building) return { household: null, entranceIds: [], buildingId: null };
  const doors = await db
    .select({ id: entrance.id })
    .from(entrance)
    .where(and(eq(entrance.communityId, communityId), eq(entrance.buildingId, input.building)));
  if (doors.length === 0) return undefined;
  return { household: null, entranceIds: doors.map((one) => one.id), buildingId: input.building };
}

type Here = Pick<Scope, 'db' | 'communityId'>;

/** What a case is said to be at, as people here call it; `open` is what the board says of it. Null: there is no such place. */
async function atOf({ db, communityId }: Here, given: string | undefined) {
  if (!given) return { label: null, open: null };
  const [kind, text] = given.split('-');
  const id = Number(text);
  const { building: called } = messages.zh.one;
  if (kind === 'place') {
    const [row] = await db
      .select({ name: namedPlace.name })
      .from(namedPlace)
      .where(and(...[eq(namedPlace.communityId, communityId), eq(namedPlace.id, id)], isNull(namedPlace.retiredAt)));
    return row ? { label: row.name, open: row.name, placeId: id } : null;
  }
  if (kind === 'building') {
    const [row] = await db
      .select({ name: building.name })
      .from(building)
      .where(and(eq(building.communityId, communityId), eq(building.id, id)));
    return row ? { label: called(row.name), open: called(row.name), placeBuildingId: id } : null;
  }
  const [row] = await db
    .select({ no: entrance.no, name: building.name, buildingId: building.id })
    .from(entrance)
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
    .where(and(eq(entrance.communityId, communityId), eq(entrance.id, id)));
  return row
    ? {
        label: messages.zh.one.entrance(row.name, row.no),
        open: called(row.name),
        placeBuildingId: row.buildingId,
        placeEntranceId: id,
      }
    : null;
}

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
  facts: placeOf,
  races: { cases_community_id_source_external_no_unique: 'external_no_known' },
  run: async (scope) => {
    const { db, communityId, now, actor } = scope;
    const role = roleOf(actor);
    const input = takenFrom(role, scope.input);
    const { household: home, buildingId } = scope.facts;
    const title = checkTitle(input.title);
    if (!title.ok) return title;
    const happened = checkHappened(input.happenedOn ? startOfDay(input.happenedOn) : now, now);
    if (!happened.ok) return happened;
    if (input.categoryId && !(await isKept(scope, input.categoryId)))
      return refuse('no_such_category', undefined, { categoryId: 'choose_one' });
    const at = await atOf(scope, input.at);
    if (!at) return refuse('invalid', undefined, { at: 'choose_one' });
    const { label, open, ...ids } = at;
    const place = placeInWords(label, input.place);
    if (!place) return refuse('invalid', undefined, { place: 'required' });
    const no = await nextNumber(db, communityId, 'cases');
    const own = actor.as === 'resident';
    const atOnce = hangsAtOnce(role);
    const shown = placeInWords(open, input.place);
    const free = atOnce ? checkHung({ title: title.value, place: shown }) : null;
    if (free && !free.ok) return free;
    const [row] = await db
      .insert(cases)
      .values({
        communityId,
        no,
        kind: input.kind,
        source: sourceOf(actor, input.source),
        // Nobody here has looked at it yet.
        ...(!atOnce && { postedAt: null }),
        externalNo: input.externalNo ?? null,
        title: title.value,
        category: input.category,
        categoryId: input.categoryId ?? null,
        place,
        ...ids,
        // Which entrance is for whoever goes there, not for everybody who reads the board.
        ...(open !== label && { postedPlace: shown }),
        buildingId,
        householdId: home?.id ?? null,
        recordedBy: personOf(actor),
        keyId: actor.as === 'machine' ? actor.keyId : null,
        happenedAt: happened.value,
        receivedAt: now,
        dueAt: dispatchBy(now),
      })
      .returning({ id: cases.id });
    if (!row) return refuse('unknown');
    await db.insert(caseContent).values({
      communityId,
      caseId: row.id,
      words: input.words,
      complainant: input.complainant,
      phone: input.phone,
    });
    const person = own ? personOf(actor) : null;
    if (person !== null)
      await writeLetters({ db, communityId, now }, letters.case_received, [
        { to: { person }, no, detail: { title: title.value } },
      ]);
    return {
      ok: true,
      value: { id: row.id, no },
      leaf: { subject: `cases/${no}`, content: { title: title.value, kind: input.kind, words: input.words } },
      changed: [],
    };
  },
});

/** Somebody has looked: it hangs, without what its reporter did not mean to publish; they are told. */
export const postCase = command({
  act: acts.postCase,
  input: postCaseInput,
  facts: async (scope, input) => {
    const { db, communityId } = scope;
    const [row] = await db
      .select()
      .from(cases)
      .where(and(eq(cases.communityId, communityId), eq(cases.no, input.case), notAgainst(scope)))
      .for('update');
    if (!row) return undefined;
    const brought = await db.$count(
      orderVersion,
      and(eq(orderVersion.communityId, communityId), eq(orderVersion.caseId, row.id)),
    );
    // Whoever brought a sheet wrote nothing of what is in it.
    return { row, posted: row.postedAt !== null, recordedBy: brought > 0 ? null : row.recordedBy };
  },
  run: async ({ db, communityId, now, actor, input, facts: { row } }) => {
    const free = checkHung(input);
    if (!free.ok) return free;
    const hung = { postedTitle: input.title, postedPlace: input.place };
    await db
      .update(cases)
      .set({ ...hung, postedAt: now, postedBy: personOf(actor) })
      .where(and(eq(cases.communityId, communityId), eq(cases.id, row.id)));
    if (row.recordedBy !== null && row.source === 'web')
      await writeLetters({ db, communityId, now }, letters.case_posted, [
        { to: { person: row.recordedBy }, no: row.no, detail: { title: input.title } },
      ]);
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
