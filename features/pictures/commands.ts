import { and, eq, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { agency } from '@/db/schema/handling';
import { objection, objectionRaiser } from '@/db/schema/objections';
import { opinion } from '@/db/schema/opinions';
import { household } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { plan } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { noticeOpposition } from '@/db/schema/signoff';
import { milestone, works } from '@/db/schema/works';
import type { PlanState } from '@/db/words/plans';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import * as acts from './acts';
import { addPictureInput, lookInput, removeInput } from './input';
import { keepPicture } from './moves';
import type { PictureOf } from './policy';
import { checkCaption, checkOverruled, checkVerdict, type PictureSubject } from './rules';

interface Owner extends PictureOf {
  /** Subjects of the board that show it. */
  shownBy: string[];
  /** Whether the plan it is a drawing of is a draft. */
  plan?: PlanState;
  posted?: boolean;
  over?: boolean;
}

const some = (...ids: (number | null)[]) => ids.filter((one) => one !== null);

async function ofProposal({ db, communityId }: Scope, id: number) {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.id, id)));
  return row && { row, shownBy: row.no === null ? [] : [`proposal/${row.no}`] };
}

async function ofOpinion({ db, communityId }: Scope, id: number): Promise<Owner | undefined> {
  const [row] = await db
    .select({ opinion, entranceId: household.entranceId })
    .from(opinion)
    .innerJoin(household, and(eq(household.communityId, opinion.communityId), eq(household.id, opinion.householdId)))
    .where(and(eq(opinion.communityId, communityId), eq(opinion.id, id)));
  if (!row) return undefined;
  return {
    subject: 'opinion',
    persons: some(row.opinion.recorderId),
    households: [row.opinion.householdId],
    entrances: [row.entranceId],
    shownBy: [],
  };
}

async function ofOpposition({ db, communityId }: Scope, id: number): Promise<Owner | undefined> {
  const [row] = await db
    .select({
      householdId: noticeOpposition.householdId,
      recorder: noticeOpposition.recorderId,
      entrance: household.entranceId,
    })
    .from(noticeOpposition)
    .innerJoin(
      household,
      and(eq(household.communityId, noticeOpposition.communityId), eq(household.id, noticeOpposition.householdId)),
    )
    .where(and(eq(noticeOpposition.communityId, communityId), eq(noticeOpposition.id, id)));
  if (!row) return undefined;
  const { householdId, recorder, entrance } = row;
  return {
    subject: 'opposition',
    persons: some(recorder),
    households: [householdId],
    entrances: [entrance],
    shownBy: [],
  };
}

async function ofCase({ db, communityId }: Scope, id: number): Promise<Owner | undefined> {
  const [row] = await db
    .select({ row: cases, againstRole: agency.role })
    .from(cases)
    .leftJoin(agency, and(eq(agency.communityId, cases.communityId), eq(agency.id, cases.againstAgencyId)))
    .where(and(eq(cases.communityId, communityId), eq(cases.id, id)));
  if (!row) return undefined;
  const { no, state, recordedBy, householdId, againstId, postedAt } = row.row;
  return {
    subject: 'case',
    persons: some(recordedBy),
    households: some(householdId),
    entrances: [],
    shownBy: [`cases/${no}`],
    against: { againstId, againstRole: row.againstRole },
    posted: postedAt !== null,
    over: state === 'merged' || state === 'archived',
  };
}

async function ownerOf(scope: Scope, subject: PictureSubject, id: number): Promise<Owner | undefined> {
  const { db, communityId } = scope;
  const nobody = { persons: [], households: [], entrances: [] };
  if (subject === 'opinion') return ofOpinion(scope, id);
  if (subject === 'opposition') return ofOpposition(scope, id);
  if (subject === 'case') return ofCase(scope, id);
  if (subject === 'proposal') {
    const found = await ofProposal(scope, id);
    if (!found) return undefined;
    const { authorId, authorHouseholdId, recordedBy } = found.row;
    const persons = some(authorId, recordedBy);
    return { subject, ...nobody, persons, households: some(authorHouseholdId), shownBy: found.shownBy };
  }
  if (subject === 'milestone') {
    const [row] = await db
      .select({ no: works.no, proposal: proposal.no })
      .from(milestone)
      .innerJoin(works, and(eq(works.communityId, milestone.communityId), eq(works.id, milestone.worksId)))
      .innerJoin(proposal, and(eq(proposal.communityId, works.communityId), eq(proposal.id, works.proposalId)))
      .where(and(eq(milestone.communityId, communityId), eq(milestone.id, id)));
    const shownBy = row && [`works/${row.no}`, `proposal/${row.proposal}`];
    return shownBy && { subject, ...nobody, shownBy };
  }
  if (subject === 'plan') {
    const [drawn] = await db
      .select({ proposalId: plan.proposalId, state: plan.state })
      .from(plan)
      .where(and(eq(plan.communityId, communityId), eq(plan.id, id)))
      .for('update');
    const about = drawn && (await ofProposal(scope, drawn.proposalId));
    return about && { subject, ...nobody, shownBy: about.shownBy, plan: drawn.state };
  }
  const [row] = await db
    .select({ proposalId: objection.proposalId })
    .from(objection)
    .where(and(eq(objection.communityId, communityId), eq(objection.id, id)));
  const found = row && (await ofProposal(scope, row.proposalId));
  if (!found) return undefined;
  const raisers = await db
    .select({ id: objectionRaiser.householdId })
    .from(objectionRaiser)
    .where(and(eq(objectionRaiser.communityId, communityId), eq(objectionRaiser.objectionId, id)));
  return { subject, ...nobody, households: raisers.map((one) => one.id), shownBy: found.shownBy };
}

/** A picture, re-encoded before it comes here; at most eight of one thing. It waits to be looked at. */
export const addPicture = command({
  act: acts.addPicture,
  input: addPictureInput,
  facts: async (scope, input) => {
    const { db, communityId } = scope;
    const key = `picture:${input.subject}:${input.subjectId}`;
    await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext(${key}))`);
    const owner = await ownerOf(scope, input.subject, input.subjectId);
    const of = and(eq(picture.subject, input.subject), eq(picture.subjectId, input.subjectId));
    return owner && { ...owner, have: await db.$count(picture, and(eq(picture.communityId, communityId), of)) };
  },
  run: async ({ db, communityId, now, actor, input, facts: { plan: drawn, have } }) => {
    const { subject, subjectId, caption, small, large } = input;
    const said = drawn ? checkCaption(caption) : null;
    if (said && !said.ok) return said;
    const of = { communityId, subject, subjectId, position: have + 1, caption };
    const id = await keepPicture(db, of, { small, large }, { by: personOf(actor) ?? 0, now });
    return {
      ok: true,
      value: { picture: id },
      leaf: { subject: `picture/${id}`, content: { of: `${subject}/${subjectId}`, caption } },
      changed: [],
    };
  },
});

/** Somebody who did not send it looks for faces and number plates: onto the board, or refused with a reason. */
export const lookAtPicture = command({
  act: acts.lookAtPicture,
  input: lookInput,
  facts: async (scope, input) => {
    const [row] = await scope.db
      .select({
        id: picture.id,
        subject: picture.subject,
        of: picture.subjectId,
        uploadedBy: picture.uploadedBy,
        before: {
          refused: picture.refusedReason,
          by: picture.lookedAtBy,
          name: sql<string>`coalesce((select n.name from person n where n.id = picture.looked_at_by), '')`,
        },
      })
      .from(picture)
      .where(and(eq(picture.communityId, scope.communityId), eq(picture.id, input.picture)))
      .for('update');
    const owner = row && (await ownerOf(scope, row.subject, row.of));
    return owner && { ...owner, ...row };
  },
  run: async ({ db, communityId, now, actor, input, facts: row }) => {
    const may = checkVerdict(row.subject, input.verdict);
    if (!may.ok) return may;
    const { verdict, reason } = input;
    const heard = checkOverruled({ verdict, reason, by: personOf(actor) ?? 0 }, row.before);
    if (!heard.ok) return heard;
    const onBoard = input.verdict === 'board';
    await db
      .update(picture)
      .set({
        onBoard,
        refusedReason: onBoard ? null : input.reason,
        lookedAtBy: personOf(actor),
        lookedAtAt: now,
      })
      .where(and(eq(picture.communityId, communityId), eq(picture.id, row.id)));
    return {
      ok: true,
      value: { picture: row.id },
      leaf: { subject: `picture/${row.id}`, content: { verdict: input.verdict, reason: input.reason } },
      changed: row.shownBy,
    };
  },
});

/** Its sender takes a picture away that nobody has looked at yet: bytes and caption are gone, that there was one stays. */
export const removePicture = command({
  act: acts.removePicture,
  input: removeInput,
  facts: async (scope, input) => {
    const [row] = await scope.db
      .select({
        id: picture.id,
        subject: picture.subject,
        of: picture.subjectId,
        uploadedBy: picture.uploadedBy,
        looked: sql<boolean>`${picture.lookedAtAt} is not null`,
      })
      .from(picture)
      .where(and(eq(picture.communityId, scope.communityId), eq(picture.id, input.picture)))
      .for('update');
    const owner = row && (await ownerOf(scope, row.subject, row.of));
    return owner && { ...owner, ...row };
  },
  run: async ({ db, communityId, facts: row }) => {
    await db.delete(picture).where(and(eq(picture.communityId, communityId), eq(picture.id, row.id)));
    return {
      ok: true,
      value: { picture: row.id },
      leaf: { subject: `picture/${row.id}`, content: { of: `${row.subject}/${row.of}`, removed: true } },
      changed: row.shownBy,
    };
  },
});
