import { and, eq, isNull } from 'drizzle-orm';
import { household, residency } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { proposal } from '@/db/schema/proposals';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { draftIdInput, draftInput, draftShown, submitInput } from '../input';
import { bringForward, byId, lockProposalById } from '../moves';

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

/** The draft that is meant, as it stands. */
async function written(scope: Scope, input: { draft: number }) {
  const found = await draftSubject(scope, input);
  return found?.row
    ? { ...found, row: found.row, draft: { ...found.row, onBehalf: found.row.recordedBy !== null } }
    : undefined;
}

/** Keeps a draft, only its writer sees it. Somebody who edited an older version is shown the newer one. */
export const saveDraft = command({
  act: acts.saveDraft,
  input: draftInput,
  facts: draftSubject,
  run: async ({ db, communityId, now, actor, input, facts: { row, household: home } }) => {
    const { kind, title, place, problem, ask } = input;
    if (row && input.rowVersion !== row.rowVersion) {
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
      kind,
      title,
      place,
      problem,
      ask,
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
  act: acts.discardDraft,
  input: draftIdInput,
  facts: written,
  run: async ({ db, communityId, input, facts: { row } }) => {
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

/** Row 1: it gets its number and stands on the board, or waits for a look; the household gets a receipt. */
export const submitProposal = command({
  act: acts.submit,
  input: submitInput,
  facts: written,
  shown: ({ facts }) => draftShown(facts.row),
  run: (scope) => bringForward(scope, scope.facts.row),
});
