import { and, asc, count, desc, eq, isNull, max } from 'drizzle-orm';
import { objection } from '@/db/schema/objections';
import { picture } from '@/db/schema/pictures';
import { affectedGroup, groupHousehold } from '@/db/schema/scoping';
import { resolution } from '@/db/schema/signoff';
import { acceptance, commitment, milestone, works } from '@/db/schema/works';
import type { ProposalState } from '@/db/words/proposals';
import { writeLetters } from '@/features/letters/moves';
import { lockProposal, lockProposalById, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { termActive } from '@/features/terms/moves';
import { type Actor, asSystem, personOf } from '@/lib/actor';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { command, type Database, type Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import {
  acceptanceInput,
  breakInput,
  checkInput,
  commitmentInput,
  completeInput,
  delegateInput,
  planInput,
  reportInput,
  resumeInput,
  startInput,
} from './input';
import { letters } from './letters';
import { mayAccept, mayCheck, mayPlan, mayReport, mayStart } from './policy';
import { checkOutcome, checkReport, checkSite, completion, isPromise, mayBeDelegate, mayCheckMilestone } from './rules';

type WorksRow = typeof works.$inferSelect;

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);

/** The site of the resolution that was signed last. */
async function lastSite(db: Database, row: ProposalRow): Promise<WorksRow | undefined> {
  const [site] = await db
    .select()
    .from(works)
    .where(and(eq(works.communityId, row.communityId), eq(works.proposalId, row.id)))
    .orderBy(desc(works.id))
    .limit(1)
    .for('update');
  return site;
}

/** A site of this number, its proposal locked first, and whether it is worked on. */
async function building(scope: Scope, input: { works: number }) {
  const { db, communityId } = scope;
  const [found] = await db
    .select({ proposalId: works.proposalId })
    .from(works)
    .where(and(eq(works.communityId, communityId), eq(works.no, input.works)));
  const row = await lockProposalById(db, communityId, found?.proposalId ?? 0);
  const [site] = await db
    .select()
    .from(works)
    .where(and(eq(works.communityId, communityId), eq(works.no, input.works)))
    .for('update');
  if (!row || !site) return undefined;
  return { row, site, may: checkSite(row.state, site.id === (await lastSite(db, row))?.id) };
}

const ofSite = (site: WorksRow) => and(eq(works.communityId, site.communityId), eq(works.id, site.id));
const ofGroups = (site: WorksRow) => and(eq(acceptance.communityId, site.communityId), eq(acceptance.worksId, site.id));

async function milestoneOf(scope: Scope, input: { works: number; milestone: number }) {
  const found = await building(scope, input);
  if (!found) return undefined;
  const [held] = await scope.db
    .select()
    .from(milestone)
    .where(
      and(
        eq(milestone.communityId, scope.communityId),
        eq(milestone.worksId, found.site.id),
        eq(milestone.position, input.milestone),
      ),
    )
    .for('update');
  return held && { ...found, milestone: held };
}

type At = Pick<Scope, 'db' | 'now' | 'community'> & { actor: Actor };

async function step(
  { db, now, actor }: At,
  row: ProposalRow,
  no: number,
  kind: string,
  more: {
    to?: ProposalState;
    reason?: string;
    detail?: Record<string, string | number>;
    leaf?: { [key: string]: Json };
  } = {},
) {
  const { leaf, ...event } = more;
  await recordStep(db, row, { kind, ...event, role: roleOf(actor), personId: personOf(actor), now });
  return {
    ok: true as const,
    leaf: { subject: `works/${no}`, content: { step: kind, ...more.detail, ...leaf } },
    changed: [`proposal/${row.no}`, 'proposals'],
  };
}

/** Row 17: building starts; what settled an objection by a clause becomes a promise to be shown at acceptance. */
export const startWorks = command({
  act: 'works.start',
  input: startInput,
  subject: async ({ db, communityId, now }, input) => {
    const row = await lockProposal(db, communityId, input.proposal);
    return row && { row, termActive: await termActive(db, communityId, now) };
  },
  allow: mayStart,
  run: async (scope) => {
    const { db, communityId, now, input, subject } = scope;
    const { row } = subject;
    if (row.state !== 'signed_off') return refuse('wrong_state', { state: row.state });
    const signed = await db
      .select({ id: resolution.id, signedAt: resolution.signedAt })
      .from(resolution)
      .where(and(eq(resolution.communityId, communityId), eq(resolution.proposalId, row.id)))
      .orderBy(asc(resolution.id));
    const last = signed.filter((one) => one.signedAt !== null).at(-1);
    if (!last) return refuse('not_signed');
    const no = await nextNumber(db, communityId, 'works');
    const { contractor, budget, permits } = input;
    const [site] = await db
      .insert(works)
      .values({
        communityId,
        no,
        proposalId: row.id,
        resolutionId: last.id,
        contractor,
        budget,
        permits,
        startedAt: now,
        lastReportAt: now,
      })
      .returning();
    if (!site) throw new Error('the works were not written');
    const answered = await db
      .select({
        ...{ id: objection.id, no: objection.no, answer: objection.answer },
        ...{ answerKind: objection.answerKind, state: objection.state },
      })
      .from(objection)
      .where(
        and(eq(objection.communityId, communityId), eq(objection.proposalId, row.id), isNull(objection.mergedInto)),
      )
      .orderBy(asc(objection.no));
    const promised = answered.filter(isPromise);
    if (promised.length > 0) {
      await db
        .insert(commitment)
        .values(promised.map((one) => ({ communityId, worksId: site.id, objectionId: one.id, text: one.answer })));
    }
    const homes = await db
      .select({ householdId: groupHousehold.householdId })
      .from(groupHousehold)
      .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, row.id)));
    await writeLetters(
      scope,
      letters.works_started,
      homes.map(({ householdId }) => ({ to: { household: householdId }, no, detail: { title: row.title } })),
    );
    const done = await step(scope, row, no, 'works_started', {
      to: 'building',
      detail: { works: no, budget, commitments: promised.length },
      leaf: { contractor, permits, commitments: promised.map((one) => ({ objection: one.no, text: one.answer })) },
    });
    return { ...done, value: { proposal: input.proposal, works: no } };
  },
});

/** 节点: what is to be done by when, and how much of it. */
export const planMilestone = command({
  act: 'milestone.plan',
  input: planInput,
  subject: building,
  allow: mayPlan,
  run: async (scope) => {
    const { db, communityId, input, subject } = scope;
    const { row, site } = subject;
    if (!subject.may.ok) return subject.may;
    const [last] = await db
      .select({ position: max(milestone.position) })
      .from(milestone)
      .where(and(eq(milestone.communityId, communityId), eq(milestone.worksId, site.id)));
    const position = (last?.position ?? 0) + 1;
    const { name, plannedOn, unit, target } = input;
    const [saved] = await db
      .insert(milestone)
      .values({ communityId, worksId: site.id, position, name, plannedOn, unit, target: target ?? null })
      .returning({ id: milestone.id });
    const done = await step(scope, row, site.no, 'milestone_planned', {
      detail: { milestone: position },
      leaf: { name, plannedOn, target: target ?? null },
    });
    return { ...done, value: { works: site.no, milestone: position, id: saved?.id ?? 0 } };
  },
});

/** Row 18: whoever builds reports, with the day and at least one picture. */
export const reportMilestone = command({
  act: 'milestone.report',
  input: reportInput,
  subject: milestoneOf,
  allow: mayReport,
  run: async (scope) => {
    const { db, communityId, now, actor, input, subject } = scope;
    const { row, site, milestone: held } = subject;
    if (!subject.may.ok) return subject.may;
    if (held.checkedAt) return refuse('already_checked');
    const [pictures] = await db
      .select({ n: count() })
      .from(picture)
      .where(
        and(eq(picture.communityId, communityId), eq(picture.subject, 'milestone'), eq(picture.subjectId, held.id)),
      );
    const { actualOn, actual, note } = input;
    const reportedBy = personOf(actor) ?? 0;
    const may = checkReport({ actualOn, pictures: pictures?.n ?? 0, reportedBy }, shanghaiDate(now));
    if (!may.ok) return may;
    await db
      .update(milestone)
      .set({ actualOn, actual: actual ?? null, note, reportedBy, reportedAt: now })
      .where(and(eq(milestone.communityId, communityId), eq(milestone.id, held.id)));
    await db.update(works).set({ lastReportAt: now }).where(ofSite(site));
    const done = await step(scope, row, site.no, 'milestone_reported', {
      detail: { milestone: held.position },
      leaf: { actualOn, actual: actual ?? null, note },
    });
    return { ...done, value: { works: site.no, milestone: held.position } };
  },
});

/** Somebody else has been there and looked. */
export const checkMilestone = command({
  act: 'milestone.check',
  input: checkInput,
  subject: milestoneOf,
  allow: mayCheck,
  run: async (scope) => {
    const { db, communityId, now, actor, subject } = scope;
    const { row, site, milestone: held } = subject;
    if (!subject.may.ok) return subject.may;
    if (held.reportedBy === null) return refuse('not_reported');
    if (held.checkedAt) return refuse('already_checked');
    const checker = personOf(actor) ?? 0;
    const { actualOn, reportedBy } = held;
    if (!mayCheckMilestone(checker, { actualOn, reportedBy, pictures: 1 })) return refuse('second_person');
    await db
      .update(milestone)
      .set({ checkedBy: checker, checkedAt: now })
      .where(and(eq(milestone.communityId, communityId), eq(milestone.id, held.id)));
    const done = await step(scope, row, site.no, 'milestone_checked', { detail: { milestone: held.position } });
    return { ...done, value: { works: site.no, milestone: held.position } };
  },
});

/** A household of each group is asked to come and look; households that objected are invited first. */
export const nameDelegate = command({
  act: 'works.delegate',
  input: delegateInput,
  subject: async (scope, input) => {
    const found = await building(scope, input);
    if (!found) return undefined;
    const [member] = await scope.db
      .select({ groupId: groupHousehold.groupId })
      .from(groupHousehold)
      .innerJoin(
        affectedGroup,
        and(eq(affectedGroup.communityId, groupHousehold.communityId), eq(affectedGroup.id, groupHousehold.groupId)),
      )
      .where(
        and(
          eq(groupHousehold.communityId, scope.communityId),
          eq(groupHousehold.proposalId, found.row.id),
          eq(groupHousehold.householdId, input.household),
          eq(affectedGroup.position, input.group),
        ),
      );
    return { ...found, groupId: member?.groupId ?? null };
  },
  allow: mayCheck,
  run: async (scope) => {
    const { db, communityId, actor, input, subject } = scope;
    const { row, site, groupId } = subject;
    if (groupId === null) return refuse('not_of_the_group');
    if (!subject.may.ok) return subject.may;
    const values = {
      householdId: input.household,
      delegateId: null,
      namedBy: personOf(actor),
      outcome: null,
      repairOn: null,
      note: '',
      at: null,
    };
    await db
      .insert(acceptance)
      .values({ communityId, worksId: site.id, groupId, ...values })
      .onConflictDoUpdate({ target: [acceptance.communityId, acceptance.worksId, acceptance.groupId], set: values });
    await writeLetters(scope, letters.delegate_named, [
      { to: { household: input.household }, no: site.no, detail: { title: row.title } },
    ]);
    const done = await step(scope, row, site.no, 'delegate_named', { detail: { group: input.group } });
    return { ...done, value: { works: site.no, group: input.group } };
  },
});

/** Who built it and who checked it: they do not accept it. */
async function workersOf(db: Database, site: WorksRow): Promise<number[]> {
  const rows = await db
    .select({ reportedBy: milestone.reportedBy, checkedBy: milestone.checkedBy })
    .from(milestone)
    .where(and(eq(milestone.communityId, site.communityId), eq(milestone.worksId, site.id)));
  return rows.flatMap(({ reportedBy, checkedBy }) => [reportedBy, checkedBy].filter((one) => one !== null));
}

async function delegated(scope: Scope, input: { works: number }) {
  const found = await building(scope, input);
  if (!found) return undefined;
  const named = await scope.db.select().from(acceptance).where(ofGroups(found.site)).for('update');
  const homes = scope.who.kind === 'person' ? scope.who.households.map((home) => home.householdId) : [];
  const mine = named.find((one) => homes.includes(one.householdId));
  return {
    ...found,
    delegates: named.map((one) => one.householdId),
    mine,
    delegate: { id: scope.who.kind === 'person' ? scope.who.personId : 0, household: mine?.householdId ?? 0 },
    workers: await workersOf(scope.db, found.site),
  };
}

/** A promise is looked at by the delegate of the group it was made to. */
export const decideCommitment = command({
  act: 'commitment.decide',
  input: commitmentInput,
  subject: delegated,
  allow: mayAccept,
  run: async (scope) => {
    const { db, communityId, now, actor, input, subject } = scope;
    const { row, site, mine } = subject;
    if (!subject.may.ok) return subject.may;
    if (!mayBeDelegate(subject.delegate, subject.delegates, subject.workers)) return refuse('built_it');
    const [held] = await db
      .select({ commitment, groupId: objection.groupId })
      .from(commitment)
      .leftJoin(
        objection,
        and(eq(objection.communityId, commitment.communityId), eq(objection.id, commitment.objectionId)),
      )
      .where(
        and(
          eq(commitment.communityId, communityId),
          eq(commitment.worksId, site.id),
          eq(commitment.id, input.commitment),
        ),
      );
    if (!held) return refuse('not_found');
    if (held.groupId !== null && held.groupId !== mine?.groupId) return refuse('other_group');
    const { outcome, note } = input;
    const repairOn = input.repairOn ?? null;
    const may = checkOutcome(outcome, repairOn, shanghaiDate(now));
    if (!may.ok) return may;
    await db
      .update(commitment)
      .set({ outcome, note, repairOn, decidedBy: personOf(actor), decidedAt: now })
      .where(and(eq(commitment.communityId, communityId), eq(commitment.id, input.commitment)));
    const done = await step(scope, row, site.no, 'commitment_decided', {
      detail: { commitment: input.commitment, outcome },
      leaf: { note, repairOn },
    });
    return { ...done, value: { works: site.no, commitment: input.commitment } };
  },
});

/** 验收 by the delegate of one group. */
export const giveAcceptance = command({
  act: 'acceptance.give',
  input: acceptanceInput,
  subject: delegated,
  allow: mayAccept,
  run: async (scope) => {
    const { db, communityId, now, actor, input, subject } = scope;
    const { row, site, mine } = subject;
    if (!mine) return refuse('not_found');
    if (!subject.may.ok) return subject.may;
    if (!mayBeDelegate(subject.delegate, subject.delegates, subject.workers)) return refuse('built_it');
    const { outcome, note } = input;
    const repairOn = input.repairOn ?? null;
    const may = checkOutcome(outcome, repairOn, shanghaiDate(now));
    if (!may.ok) return may;
    await db
      .update(acceptance)
      .set({ outcome, note, repairOn, delegateId: personOf(actor), at: now })
      .where(
        and(
          eq(acceptance.communityId, communityId),
          eq(acceptance.worksId, site.id),
          eq(acceptance.groupId, mine.groupId),
        ),
      );
    const done = await step(scope, row, site.no, 'acceptance_given', {
      detail: { group: mine.groupId, outcome },
      leaf: { note, repairOn },
    });
    return { ...done, value: { works: site.no, outcome } };
  },
});

/** Row 19: complete when a delegate of each group has accepted and every promise is accepted or has its repair day. */
export const completeWorks = command({
  act: 'works.complete',
  input: completeInput,
  subject: building,
  allow: mayCheck,
  run: async (scope) => {
    const { db, communityId, community, now, subject } = scope;
    const { row, site } = subject;
    if (!subject.may.ok) return subject.may;
    if (site.completedAt) return refuse('wrong_state', { state: row.state });
    const groups = await db
      .select({ id: affectedGroup.id })
      .from(affectedGroup)
      .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id)));
    const given = await db.select().from(acceptance).where(ofGroups(site));
    const promises = await db
      .select()
      .from(commitment)
      .where(and(eq(commitment.communityId, communityId), eq(commitment.worksId, site.id)));
    const { complete, lacking } = completion(
      groups.map((group) => group.id),
      given.flatMap((one) =>
        one.delegateId === null
          ? []
          : [{ group: one.groupId, delegate: one.delegateId, outcome: one.outcome, repairOn: one.repairOn }],
      ),
      promises,
      await workersOf(db, site),
    );
    if (!complete)
      return refuse('not_accepted', { groups: lacking.groups.length, commitments: lacking.commitments.length });
    await db.update(works).set({ completedAt: now }).where(ofSite(site));
    const done = await step(scope, row, site.no, 'works_completed', { to: 'completed', detail: { works: site.no } });
    const about = { community: community.slug, proposal: row.no ?? 0 };
    return {
      ...done,
      value: { works: site.no, proposal: row.no ?? 0 },
      jobs: [callbacks(about, 'four_weeks', 28, now), callbacks(about, 'ninety_days', 90, now)],
    };
  },
});

/** Row 21: what was reopened and is built on: its site is open again, and each group accepts anew. */
export const resumeWorks = command({
  act: 'works.resume',
  input: resumeInput,
  subject: async (scope, input) => {
    const row = await lockProposal(scope.db, scope.communityId, input.proposal);
    const site = row && (await lastSite(scope.db, row));
    return row && site ? { row, site } : undefined;
  },
  allow: (who) => asSystem(who),
  run: async (scope) => {
    const { db, now, subject } = scope;
    const { row, site } = subject;
    if (row.state !== 'building' || !site.completedAt) return refuse('wrong_state', { state: row.state });
    await db.update(works).set({ completedAt: null, lastReportAt: now }).where(ofSite(site));
    const asked = await db
      .update(acceptance)
      .set({ outcome: null, delegateId: null, at: null, repairOn: null, note: '' })
      .where(ofGroups(site))
      .returning({ householdId: acceptance.householdId });
    await writeLetters(
      scope,
      letters.delegate_named,
      asked.map(({ householdId }) => ({
        ...{ to: { household: householdId }, no: site.no },
        detail: { title: row.title },
      })),
    );
    const done = await step(scope, row, site.no, 'works_resumed', { detail: { works: site.no } });
    return { ...done, value: { works: site.no } };
  },
});

/** The wave is drawn at the start of its day. */
const callbacks = (about: { community: string; proposal: number }, wave: string, days: number, now: Date) => ({
  task: 'callbacks_draw',
  payload: { ...about, wave },
  runAt: startOfDay(addDays(shanghaiDate(now), days)),
  key: `callbacks_draw:${about.community}:${about.proposal}:${wave}`,
});

/** A change that would break a promise: back to the drawing board. */
export const breakWorks = command({
  act: 'works.break',
  input: breakInput,
  subject: building,
  allow: mayCheck,
  run: async (scope) => {
    const { input, subject } = scope;
    const { row, site } = subject;
    if (!subject.may.ok) return subject.may;
    const done = await step(scope, row, site.no, 'works_broken', {
      to: 'redesign',
      reason: input.reason,
      leaf: { reason: input.reason },
    });
    return { ...done, value: { works: site.no, proposal: row.no ?? 0 } };
  },
});
