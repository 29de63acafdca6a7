import { and, eq, sql } from 'drizzle-orm';
import { alternative, alternativeWord, comparison } from '@/db/schema/alternatives';
import { outsideConsent } from '@/db/schema/beyond';
import { cases } from '@/db/schema/cases';
import { depicted } from '@/db/schema/depicted';
import { agency } from '@/db/schema/handling';
import { objection, objectionRaiser } from '@/db/schema/objections';
import { opinion } from '@/db/schema/opinions';
import { household } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { worksPlace } from '@/db/schema/places';
import { plan } from '@/db/schema/plans';
import { occasion } from '@/db/schema/programmes';
import { proposal } from '@/db/schema/proposals';
import { legalGate } from '@/db/schema/scoping';
import { noticeOpposition } from '@/db/schema/signoff';
import { milestone, works } from '@/db/schema/works';
import type { PlanState } from '@/db/words/plans';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { addPictureInput, lookInput, removeInput } from './input';
import { keepPicture, pictureHash, type Sent } from './moves';
import type { PictureOf } from './policy';
import {
  checkAllSaidYes,
  checkCaption,
  checkKind,
  checkOverruled,
  checkVerdict,
  isPaper,
  type PictureSubject,
} from './rules';

interface Owner extends PictureOf {
  /** Subjects of the board that show it. */
  shownBy: string[];
  /** Whether the plan, or the alternative, it is a drawing of is a draft. */
  plan?: PlanState;
  posted?: boolean;
  over?: boolean;
  notHeld?: boolean;
}

const some = (...ids: (number | null)[]) => ids.filter((one) => one !== null);

async function ofProposal({ db, communityId }: Scope, id: number) {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.id, id)));
  return row && { row, shownBy: row.no === null ? [] : [`proposal/${row.no}`] };
}

/** Tables of what households say, by what a picture that proves it is said to be of. */
const WORDS = { opinion, opposition: noticeOpposition, alternative_word: alternativeWord } as const;

async function ofWord({ db, communityId }: Scope, subject: keyof typeof WORDS, id: number): Promise<Owner | undefined> {
  const table = WORDS[subject];
  const [row] = await db
    .select({ household: table.householdId, recorder: table.recorderId, entrance: household.entranceId })
    .from(table)
    .innerJoin(household, and(eq(household.communityId, table.communityId), eq(household.id, table.householdId)))
    .where(and(eq(table.communityId, communityId), eq(table.id, id)));
  return (
    row && {
      subject,
      persons: some(row.recorder),
      households: [row.household],
      entrances: [row.entrance],
      shownBy: [],
    }
  );
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
  if (subject === 'opinion' || subject === 'opposition' || subject === 'alternative_word')
    return ofWord(scope, subject, id);
  if (subject === 'case') return ofCase(scope, id);
  if (subject === 'proposal') {
    const found = await ofProposal(scope, id);
    if (!found) return undefined;
    const { authorId, authorHouseholdId, recordedBy } = found.row;
    const persons = some(authorId, recordedBy);
    return { subject, ...nobody, persons, households: some(authorHouseholdId), shownBy: found.shownBy };
  }
  if (subject === 'milestone' || subject === 'place') {
    const [of] =
      subject === 'milestone'
        ? [{ milestone: id }]
        : await db
            .select({ milestone: worksPlace.milestoneId })
            .from(worksPlace)
            .where(and(eq(worksPlace.communityId, communityId), eq(worksPlace.id, id)));
    const [row] = await db
      .select({ no: works.no, proposal: proposal.no })
      .from(milestone)
      .innerJoin(works, and(eq(works.communityId, milestone.communityId), eq(works.id, milestone.worksId)))
      .innerJoin(proposal, and(eq(proposal.communityId, works.communityId), eq(proposal.id, works.proposalId)))
      .where(and(eq(milestone.communityId, communityId), eq(milestone.id, of?.milestone ?? 0)));
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
  if (subject === 'gate' || subject === 'consent') {
    const table = subject === 'gate' ? legalGate : outsideConsent;
    const [of] = await db
      .select({ proposalId: table.proposalId })
      .from(table)
      .where(and(eq(table.communityId, communityId), eq(table.id, id)));
    const about = of && (await ofProposal(scope, of.proposalId));
    return about && { subject, ...nobody, shownBy: about.shownBy };
  }
  if (subject === 'occasion') {
    const [row] = await db
      .select({ startsAt: occasion.startsAt, cancelledAt: occasion.cancelledAt })
      .from(occasion)
      .where(and(eq(occasion.communityId, communityId), eq(occasion.id, id)));
    const notHeld = row && (row.cancelledAt !== null || row.startsAt > scope.now);
    return row && { subject, ...nobody, shownBy: ['programmes'], notHeld: notHeld === true };
  }
  if (subject === 'alternative') {
    const [drawn] = await db
      .select({ proposalId: comparison.proposalId, opensAt: comparison.opensAt })
      .from(alternative)
      .innerJoin(
        comparison,
        and(eq(comparison.communityId, alternative.communityId), eq(comparison.id, alternative.comparisonId)),
      )
      .where(and(eq(alternative.communityId, communityId), eq(alternative.id, id)))
      .for('update');
    const about = drawn && (await ofProposal(scope, drawn.proposalId));
    const plan = drawn?.opensAt ? ('published' as const) : ('draft' as const);
    return about && { subject, ...nobody, shownBy: about.shownBy, plan };
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

/** A picture, re-encoded, or a PDF, looked through before it comes here; at most eight of one thing. It waits to be looked at. */
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
    const { subject, subjectId, caption, small, large, pdf } = input;
    const sent: Sent | null = pdf !== undefined ? { pdf } : small && large ? { small, large } : null;
    if (!sent) return refuse('picture_missing');
    const kind = checkKind(subject, pdf !== undefined);
    if (!kind.ok) return kind;
    const said = drawn ? checkCaption(caption) : null;
    if (said && !said.ok) return said;
    const of = { communityId, subject, subjectId, position: have + 1, caption };
    const id = await keepPicture(db, of, sent, { by: personOf(actor) ?? 0, now });
    return {
      ok: true,
      value: { picture: id },
      leaf: {
        subject: `picture/${id}`,
        content: {
          of: `${subject}/${subjectId}`,
          caption,
          ...(isPaper(subject) && { hash: pictureHash(sent) }),
          ...(pdf !== undefined && { pdf: true }),
        },
      },
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
    const of = and(eq(depicted.communityId, communityId), eq(depicted.pictureId, row.id));
    const missing = onBoard ? await db.$count(depicted, and(of, sql`${depicted.answer} is distinct from 'yes'`)) : 0;
    const all = checkAllSaidYes(verdict, missing);
    if (!all.ok) return all;
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
    await db.delete(depicted).where(and(eq(depicted.communityId, communityId), eq(depicted.pictureId, row.id)));
    await db.delete(picture).where(and(eq(picture.communityId, communityId), eq(picture.id, row.id)));
    return {
      ok: true,
      value: { picture: row.id },
      leaf: { subject: `picture/${row.id}`, content: { of: `${row.subject}/${row.of}`, removed: true } },
      changed: row.shownBy,
    };
  },
});
