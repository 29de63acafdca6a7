import { and, desc, eq, gte, isNull, max, sql } from 'drizzle-orm';
import { merger } from '@/db/schema/mergers';
import { household, residency } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { comment, commentContent, proposal, proposalEvent, support } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import { legalGate } from '@/db/schema/scoping';
import { notice } from '@/db/schema/signoff';
import type { ProposalState } from '@/db/words/proposals';
import { writeLetters } from '@/features/letters/moves';
import { keepPicture, pictureHash } from '@/features/pictures/moves';
import { termActive } from '@/features/terms/moves';
import { type Actor, personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Database, type Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import {
  appealDecisionInput,
  commentInput,
  declineInput,
  draftIdInput,
  draftInput,
  hideInput,
  proposalInput,
  reasonInput,
  reopenInput,
  resumeInput,
  shelvingInput,
  showInput,
  speakInput,
} from './input';
import { lockProposal, lockProposalById, type ProposalRow, recordStep } from './moves';
import {
  asAuthor,
  mayAccept,
  mayConfirmShelving,
  mayDecideAppeal,
  mayDecline,
  mayLiveHere,
  mayModerate,
  mayProposeShelving,
  mayRefuseShelving,
  mayReopenShelved,
  mayResume,
  maySpeakFor,
  mayWrite,
} from './policy';
import {
  checkReopening,
  checkShelving,
  checkSubmission,
  GATES_OF,
  type Kind,
  mayAppeal,
  mayComment,
  mayMove,
  maySupport,
  mayWithdraw,
} from './rules';

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);
const byId = (row: { communityId: number; id: number }) =>
  and(eq(proposal.communityId, row.communityId), eq(proposal.id, row.id));

async function numbered(scope: Scope, input: { proposal: number }) {
  const row = await lockProposal(scope.db, scope.communityId, input.proposal);
  return (
    row && {
      row,
      termActive: await termActive(scope.db, scope.communityId, scope.now),
      authorId: row.authorId,
      authorHouseholdId: row.authorHouseholdId,
    }
  );
}

interface Moved {
  db: Database;
  community: { slug: string };
  now: Date;
  actor: Actor;
}

/** A step with its event, its leaf and the board's addresses; the content of the leaf is the reason and the detail. */
async function step(
  { db, now, actor }: Moved,
  row: ProposalRow,
  kind: string,
  more: { to?: ProposalState; reason?: string; detail?: Record<string, string | number> } = {},
) {
  await recordStep(db, row, { kind, ...more, role: roleOf(actor), personId: personOf(actor), now });
  const no = row.no ?? 0;
  const content: { [key: string]: Json } = { step: kind, ...more.detail };
  if (more.reason) content.reason = more.reason;
  if (more.to) content.to = more.to;
  return {
    ok: true as const,
    value: { proposal: no },
    leaf: { subject: `proposal/${no}`, content },
    changed: ['proposals'],
  };
}

/** A letter to whoever brought it, and to those whose proposals were merged into it. */
/** `more`: a second line of the letter, for those who brought this one. */
async function tellAuthors(db: Database, slug: string, row: ProposalRow, kind: string, now: Date, more = '') {
  const joined = await db
    .select({ authorId: proposal.authorId, authorHouseholdId: proposal.authorHouseholdId })
    .from(merger)
    .innerJoin(proposal, and(eq(proposal.communityId, merger.communityId), eq(proposal.id, merger.proposalId)))
    .where(and(eq(merger.communityId, row.communityId), eq(merger.intoId, row.id), isNull(merger.undoneAt)));
  const to = (one: { authorId: number | null; authorHouseholdId: number | null }) =>
    one.authorHouseholdId === null ? { personId: one.authorId ?? undefined } : { householdId: one.authorHouseholdId };
  const about = { subject: `/${slug}/proposals/${row.no}`, detail: row.title, now };
  await writeLetters(db, row.communityId, [
    { ...to(row), kind, ...about, ...(more && { detail: `${row.title}\n${more}` }) },
    ...joined.map((one) => ({ ...to(one), kind: 'joined_moved', ...about })),
  ]);
}

/** The last event of a kind since the proposal came into its state. */
async function since(db: Database, row: ProposalRow, kind: string) {
  const [found] = await db
    .select()
    .from(proposalEvent)
    .where(
      and(
        eq(proposalEvent.communityId, row.communityId),
        eq(proposalEvent.proposalId, row.id),
        eq(proposalEvent.kind, kind),
        gte(proposalEvent.at, row.stateAt),
      ),
    )
    .orderBy(desc(proposalEvent.id))
    .limit(1);
  return found;
}

/** A proposal to put it aside that nobody has refused. */
async function shelvingOf(db: Database, row: ProposalRow) {
  const proposed = await since(db, row, 'shelving_proposed');
  const refused = await since(db, row, 'shelving_refused');
  return proposed && proposed.id > (refused?.id ?? 0) ? proposed : undefined;
}

/** What was under way ends with the proposal: an open round is void, a running notice is taken down. */
async function stopRunning(db: Database, row: ProposalRow, now: Date): Promise<void> {
  await db
    .update(round)
    .set({ state: 'void', closedAt: now })
    .where(and(eq(round.communityId, row.communityId), eq(round.proposalId, row.id), eq(round.state, 'open')));
  await db
    .update(notice)
    .set({ state: 'returned' })
    .where(and(eq(notice.communityId, row.communityId), eq(notice.proposalId, row.id), eq(notice.state, 'running')));
}

async function homeOf({ db, communityId }: Scope, id: number) {
  const [home] = await db
    .select({ id: household.id, entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, id)));
  return home;
}

/** A draft of this person, locked; anybody else's does not exist. */
async function ownDraft(scope: Scope, id: number) {
  const row = await lockProposalById(scope.db, scope.communityId, id);
  if (row?.state !== 'draft' || scope.who.kind !== 'person') return undefined;
  return (row.recordedBy ?? row.authorId) === scope.who.personId ? row : undefined;
}

async function draftSubject(scope: Scope, input: { draft?: number; household?: number }) {
  const row = input.draft === undefined ? null : await ownDraft(scope, input.draft);
  if (row === undefined) return undefined;
  const wanted = input.household ?? (row?.recordedBy ? row.authorHouseholdId : null);
  const home = wanted ? await homeOf(scope, wanted) : null;
  return home === undefined ? undefined : { row, household: home };
}

/** Keeps a draft, only its writer sees it. Somebody who edited an older version is shown the newer one. */
export const saveDraft = command({
  act: 'proposal.draft',
  input: draftInput,
  subject: draftSubject,
  allow: mayWrite,
  run: async ({ db, communityId, now, actor, input, subject: { row, household: home } }) => {
    const { kind, title, place, problem, ask } = input;
    if (row && input.rowVersion !== undefined && input.rowVersion !== row.rowVersion) {
      const { rowVersion } = row;
      return refuse('stale_text', {
        title: row.title,
        place: row.place,
        problem: row.problem,
        ask: row.ask,
        rowVersion,
      });
    }
    const writer = personOf(actor) ?? 0;
    const onBehalf = actor.as !== 'resident';
    const householdId = onBehalf ? (home?.id ?? null) : actor.householdId;
    const [resident] = onBehalf
      ? await db
          .select({ personId: residency.personId })
          .from(residency)
          .where(
            and(eq(residency.communityId, communityId), eq(residency.householdId, home?.id ?? 0), isNull(residency.to)),
          )
          .orderBy(residency.id)
          .limit(1)
      : [];
    const values = {
      ...{ kind, title, place, problem, ask },
      authorId: onBehalf ? (resident?.personId ?? writer) : writer,
      authorHouseholdId: householdId,
      recordedBy: onBehalf ? writer : null,
      provenance: onBehalf ? input.provenance : null,
    };
    const rowVersion = (row?.rowVersion ?? 0) + 1;
    const [saved] = row
      ? await db
          .update(proposal)
          .set({ ...values, rowVersion, lastEventAt: now })
          .where(byId(row))
          .returning({ id: proposal.id })
      : await db
          .insert(proposal)
          .values({ communityId, ...values, createdAt: now, stateAt: now, lastEventAt: now })
          .returning({ id: proposal.id });
    const draft = saved?.id ?? 0;
    return {
      ok: true,
      value: { draft, rowVersion },
      leaf: { subject: `draft/${draft}`, content: { rowVersion } },
      changed: [],
    };
  },
});

/** Throws a draft away, with its pictures. */
export const discardDraft = command({
  act: 'proposal.discard',
  input: draftIdInput,
  subject: draftSubject,
  allow: mayWrite,
  run: async ({ db, communityId, input, subject: { row } }) => {
    if (!row) return refuse('not_found');
    await db
      .delete(picture)
      .where(and(eq(picture.communityId, communityId), eq(picture.subject, 'proposal'), eq(picture.subjectId, row.id)));
    await db.delete(proposal).where(byId(row));
    return {
      ok: true,
      value: { draft: input.draft },
      leaf: { subject: `draft/${input.draft}`, content: {} },
      changed: [],
    };
  },
});

/** Row 1: it gets its number and stands on the board; the household gets a receipt. */
export const submitProposal = command({
  act: 'proposal.submit',
  input: draftIdInput,
  subject: draftSubject,
  allow: mayWrite,
  run: async ({ db, community, communityId, now, actor, subject: { row } }) => {
    if (!row) return refuse('not_found');
    const { problem, place, ask, provenance } = row;
    const ready = checkSubmission({ problem, place, ask, onBehalf: row.recordedBy !== null, provenance });
    if (!ready.ok) return ready;
    const no = await nextNumber(db, communityId, 'proposal');
    await db.update(proposal).set({ no, submittedAt: now }).where(byId(row));
    const submitted = { ...row, no };
    await tellAuthors(db, community.slug, submitted, row.recordedBy ? 'proposal_recorded' : 'proposal_received', now);
    const done = await step({ db, community, now, actor }, submitted, 'submitted', { to: 'submitted' });
    const { title, kind } = row;
    return { ...done, leaf: { ...done.leaf, content: { step: 'submitted', title, kind, place, problem, ask } } };
  },
});

async function speaking(scope: Scope, input: { proposal: number; household?: number }) {
  const row = await lockProposal(scope.db, scope.communityId, input.proposal);
  return row && { row, household: input.household ?? null };
}

const householdOf = (actor: Actor) => ('householdId' in actor ? actor.householdId : null);

/** 支持: one per household; a second time changes nothing. */
export const giveSupport = command({
  act: 'support.give',
  input: speakInput,
  subject: speaking,
  allow: maySpeakFor,
  run: async ({ db, communityId, now, actor, input, subject: { row } }) => {
    if (!maySupport(row.state)) return refuse('wrong_state', { state: row.state });
    await db
      .insert(support)
      .values({
        communityId,
        proposalId: row.id,
        householdId: householdOf(actor) ?? 0,
        personId: personOf(actor) ?? 0,
        at: now,
      })
      .onConflictDoNothing();
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { support: 'given' } },
      changed: ['proposals'],
    };
  },
});

/** The household takes its support back; that it once stood there remains on the record. */
export const takeBackSupport = command({
  act: 'support.take_back',
  input: speakInput,
  subject: speaking,
  allow: maySpeakFor,
  run: async ({ db, communityId, actor, input, subject: { row } }) => {
    if (!maySupport(row.state)) return refuse('wrong_state', { state: row.state });
    const own = and(
      eq(support.communityId, communityId),
      eq(support.proposalId, row.id),
      eq(support.householdId, householdOf(actor) ?? 0),
    );
    if ((await db.delete(support).where(own)).rowCount === 0) return refuse('not_supported');
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { support: 'taken back' } },
      changed: ['proposals'],
    };
  },
});

/** Words about the proposal, for everybody to read; the board shows the building, never the person. */
export const addComment = command({
  act: 'comment.add',
  input: commentInput,
  subject: speaking,
  allow: maySpeakFor,
  run: async ({ db, communityId, now, actor, input, subject: { row } }) => {
    if (!mayComment(row.state)) return refuse('wrong_state', { state: row.state });
    const { stance, words } = input;
    const [saved] = await db
      .insert(comment)
      .values({
        communityId,
        proposalId: row.id,
        personId: personOf(actor) ?? 0,
        householdId: householdOf(actor),
        stance,
        at: now,
      })
      .returning({ id: comment.id });
    const id = saved?.id ?? 0;
    await db.insert(commentContent).values({ communityId, commentId: id, words });
    return {
      ok: true,
      value: { proposal: input.proposal, comment: id },
      leaf: { subject: `proposal/${input.proposal}`, content: { comment: id, stance, words } },
      changed: [],
    };
  },
});

/** A comment under the hand of a moderator, locked, with the number of its proposal. */
async function moderated({ db, communityId }: Scope, { comment: id }: { comment: number }) {
  const [found] = await db
    .select({ comment, no: sql<number>`coalesce(${proposal.no}, 0)` })
    .from(comment)
    .innerJoin(proposal, and(eq(proposal.communityId, comment.communityId), eq(proposal.id, comment.proposalId)))
    .where(and(eq(comment.communityId, communityId), eq(comment.id, id)))
    .for('update', { of: comment });
  return found;
}

/** A comment is hidden for a reason everybody can read; the original stays. */
export const hideComment = command({
  act: 'comment.hide',
  input: hideInput,
  subject: moderated,
  allow: mayModerate,
  run: async ({ db, communityId, now, actor, input, subject: { comment: row, no } }) => {
    if (row.hiddenAt) return refuse('already_hidden');
    if (row.personId === personOf(actor)) return refuse('second_person');
    await db
      .update(comment)
      .set({ hiddenReason: input.reason, hiddenBy: personOf(actor), hiddenAt: now })
      .where(and(eq(comment.communityId, communityId), eq(comment.id, row.id)));
    return {
      ok: true,
      value: { proposal: no },
      leaf: { subject: `proposal/${no}`, content: { comment: row.id, hidden: input.reason } },
      changed: [],
    };
  },
});

/** A comment hidden by mistake hangs on the board again. That it was hidden, and why, stays in the record. */
export const showComment = command({
  act: 'comment.show',
  input: showInput,
  subject: moderated,
  allow: mayModerate,
  run: async ({ db, communityId, actor, input, subject: { comment: row, no } }) => {
    if (!row.hiddenAt) return refuse('not_hidden');
    if (row.personId === personOf(actor)) return refuse('second_person');
    await db
      .update(comment)
      .set({ hiddenReason: null, hiddenBy: null, hiddenAt: null })
      .where(and(eq(comment.communityId, communityId), eq(comment.id, row.id)));
    return {
      ok: true,
      value: { proposal: no },
      leaf: { subject: `proposal/${no}`, content: { comment: row.id, shownAgain: input.reason } },
      changed: [],
    };
  },
});

/** Row 4: taken up; the legal gates of its kind appear. */
export const acceptProposal = command({
  act: 'proposal.accept',
  input: proposalInput,
  subject: numbered,
  allow: mayAccept,
  run: async ({ db, community, communityId, now, actor, subject: { row } }) => {
    if (row.state !== 'submitted') return refuse('wrong_state', { state: row.state });
    const gates = GATES_OF[row.kind as Kind] ?? GATES_OF.other;
    await db
      .insert(legalGate)
      .values(gates.map(({ key }) => ({ communityId, proposalId: row.id, key })))
      .onConflictDoNothing();
    await tellAuthors(db, community.slug, row, 'proposal_accepted', now);
    return step({ db, community, now, actor }, row, 'accepted', { to: 'scoping', detail: { gates: gates.length } });
  },
});

/** Row 3: not taken up, with the reason and whom to ask instead; the author may appeal for 15 days. */
export const declineProposal = command({
  act: 'proposal.decline',
  input: declineInput,
  subject: numbered,
  allow: mayDecline,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    if (row.state !== 'submitted') return refuse('wrong_state', { state: row.state });
    const { reason, askInstead } = input;
    await tellAuthors(db, community.slug, row, 'proposal_declined', now, askInstead);
    return step({ db, community, now, actor }, row, 'declined', { to: 'declined', reason, detail: { askInstead } });
  },
});

/** The author asks the district to look at the refusal. */
export const appeal = command({
  act: 'proposal.appeal',
  input: reasonInput,
  subject: numbered,
  allow: asAuthor,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    if (row.state !== 'declined') return refuse('wrong_state', { state: row.state });
    if (!mayAppeal(row.stateAt, now)) return refuse('appeal_too_late');
    if (await since(db, row, 'appealed')) return refuse('already_appealed');
    return step({ db, community, now, actor }, row, 'appealed', { reason: input.reason });
  },
});

/** The district decides, never whoever refused: back to the start, or the refusal stands. */
export const decideAppeal = command({
  act: 'appeal.decide',
  input: appealDecisionInput,
  subject: numbered,
  allow: mayDecideAppeal,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    if (row.state !== 'declined') return refuse('wrong_state', { state: row.state });
    if (!(await since(db, row, 'appealed'))) return refuse('no_appeal');
    if (await since(db, row, 'appeal_dismissed')) return refuse('appeal_decided');
    if ((await since(db, row, 'declined'))?.personId === personOf(actor)) return refuse('second_person');
    await tellAuthors(db, community.slug, row, 'appeal_decided', now);
    const { reason } = input;
    return input.outcome === 'upheld'
      ? step({ db, community, now, actor }, row, 'appeal_upheld', { to: 'submitted', reason })
      : step({ db, community, now, actor }, row, 'appeal_dismissed', { reason });
  },
});

/** Row 22, first half: one secretary proposes to put it aside, with reasons and a day to look again. */
export const proposeShelving = command({
  act: 'shelving.propose',
  input: shelvingInput,
  subject: numbered,
  allow: mayProposeShelving,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    if (!mayMove(row.state, 'shelved')) return refuse('wrong_state', { state: row.state });
    if (await shelvingOf(db, row)) return refuse('shelving_proposed');
    const { reason, lookAgainOn } = input;
    if (lookAgainOn <= shanghaiDate(now)) return refuse('invalid', undefined, { lookAgainOn: 'not_past' });
    return step({ db, community, now, actor }, row, 'shelving_proposed', { reason, detail: { lookAgainOn } });
  },
});

/** Row 22, second half: the other secretary confirms; an open round is void, a running notice is taken down. */
export const confirmShelving = command({
  act: 'shelving.confirm',
  input: proposalInput,
  subject: numbered,
  allow: mayConfirmShelving,
  run: async ({ db, community, now, actor, subject: { row } }) => {
    const proposed = await shelvingOf(db, row);
    const may = checkShelving(row.state, proposed ? { by: proposed.personId } : null, personOf(actor));
    if (!may.ok) return may;
    await stopRunning(db, row, now);
    const lookAgainOn = String(proposed?.detail.lookAgainOn ?? '');
    await db.update(proposal).set({ lookAgainOn }).where(byId(row));
    await tellAuthors(db, community.slug, row, 'proposal_shelved', now);
    const reason = proposed?.reason ?? '';
    return step({ db, community, now, actor }, row, 'shelved', { to: 'shelved', reason, detail: { lookAgainOn } });
  },
});

/** Row 22, first half undone: the other secretary does not agree, or whoever proposed it takes it back. It goes on. */
export const refuseShelving = command({
  act: 'shelving.refuse',
  input: reasonInput,
  subject: numbered,
  allow: mayRefuseShelving,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    if (!mayMove(row.state, 'shelved')) return refuse('wrong_state', { state: row.state });
    if (!(await shelvingOf(db, row))) return refuse('shelving_not_proposed');
    return step({ db, community, now, actor }, row, 'shelving_refused', { reason: input.reason });
  },
});

/** Row 22: taken down from the shelf. */
export const reopenShelved = command({
  act: 'proposal.reopen_shelved',
  input: reasonInput,
  subject: numbered,
  allow: mayReopenShelved,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    if (row.state !== 'shelved') return refuse('wrong_state', { state: row.state });
    await db.update(proposal).set({ lookAgainOn: null }).where(byId(row));
    return step({ db, community, now, actor }, row, 'taken_up_again', { to: 'scoping', reason: input.reason });
  },
});

/** The author takes it back. Once another household supports it, it stays and passes to the social worker. */
export const withdrawProposal = command({
  act: 'proposal.withdraw',
  input: reasonInput,
  subject: numbered,
  allow: asAuthor,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    const { reason } = input;
    if (!mayMove(row.state, 'withdrawn')) return refuse('wrong_state', { state: row.state });
    const passed = await db
      .select({ id: proposalEvent.id })
      .from(proposalEvent)
      .where(
        and(
          eq(proposalEvent.communityId, row.communityId),
          eq(proposalEvent.proposalId, row.id),
          eq(proposalEvent.kind, 'passed_on'),
        ),
      );
    if (passed.length > 0) return refuse('already_passed_on');
    const supporters = await db
      .select({ id: support.householdId })
      .from(support)
      .where(and(eq(support.communityId, row.communityId), eq(support.proposalId, row.id)));
    // Whoever brought one that goes on here is counted as somebody who wants it.
    const joined = await db
      .select({ id: proposal.authorHouseholdId })
      .from(merger)
      .innerJoin(proposal, and(eq(proposal.communityId, merger.communityId), eq(proposal.id, merger.proposalId)))
      .where(and(eq(merger.communityId, row.communityId), eq(merger.intoId, row.id), isNull(merger.undoneAt)));
    const households = [...supporters, ...joined].map((one) => one.id ?? -1);
    if (!mayWithdraw(row.state, households, row.authorHouseholdId ?? 0)) {
      return step({ db, community, now, actor }, row, 'passed_on', { reason });
    }
    await stopRunning(db, row, now);
    return step({ db, community, now, actor }, row, 'withdrawn', { to: 'withdrawn', reason });
  },
});

/** Row 21: any resident, within 24 months of completion, with a picture that is looked at before it is on the board. */
export const reopenProposal = command({
  act: 'proposal.reopen',
  input: reopenInput,
  subject: numbered,
  allow: mayLiveHere,
  run: async ({ db, community, communityId, now, actor, input, subject: { row } }) => {
    const [completed] = await db
      .select({ at: sql<string | null>`max(${proposalEvent.at})` })
      .from(proposalEvent)
      .where(
        and(
          eq(proposalEvent.communityId, communityId),
          eq(proposalEvent.proposalId, row.id),
          eq(proposalEvent.to, 'completed'),
        ),
      );
    const completedAt = completed?.at ? new Date(completed.at) : null;
    const { photo, reason } = input;
    const may = checkReopening(row.state, completedAt, photo !== undefined, now);
    if (!may.ok) return may;
    const done = await step({ db, community, now, actor }, row, 'reopened', { to: 'reopened', reason });
    if (!photo) return done;
    const of = { communityId, subject: 'proposal' as const, subjectId: row.id };
    const [have] = await db
      .select({ last: max(picture.position) })
      .from(picture)
      .where(and(eq(picture.communityId, communityId), eq(picture.subject, of.subject), eq(picture.subjectId, row.id)));
    const position = (have?.last ?? 0) + 1;
    await keepPicture(db, { ...of, position, caption: '' }, photo, { by: personOf(actor) ?? 0, now });
    const content = { ...done.leaf.content, photo: pictureHash(photo) };
    return { ...done, leaf: { ...done.leaf, content } };
  },
});

/** Row 21: what was reopened gets somebody who sees to it and a date; back to building, or the plan is drawn anew. */
export const resumeProposal = command({
  act: 'proposal.resume',
  input: resumeInput,
  subject: numbered,
  allow: mayResume,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    const { to, reason, responsible, dueOn } = input;
    if (row.state !== 'reopened') return refuse('wrong_state', { state: row.state });
    if (dueOn < shanghaiDate(now)) return refuse('invalid', undefined, { dueOn: 'not_past' });
    const done = await step({ db, community, now, actor }, row, 'resumed', {
      to,
      reason,
      detail: { responsible, dueOn },
    });
    const site = { task: 'works_resume', payload: { community: community.slug, proposal: row.no } };
    return to === 'building' ? { ...done, jobs: [site] } : done;
  },
});
