import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { councilMember, councilPartner, councilProject, councilReview, councilStep, demand } from '@/db/schema/council';
import { need } from '@/db/schema/visits';
import { checkHung } from '@/features/cases/rules';
import { householdOf, personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { nextNumber } from '@/lib/numbers';
import { allWrong, ok, refuse } from '@/lib/result';
import * as acts from '../acts';
import { endInput, explainInput, reportInput, reviewInput, startInput } from '../input';
import { listDemand, lockDemands, lockProject, needsBehind, turnInto, unlisted } from '../moves';
import { halfOf, stepsIn, wantsWhy } from '../rules';

const told = (no: number, content: Record<string, string | number | number[]>) => ({
  ok: true as const,
  value: { project: no },
  leaf: { subject: `council/project-${no}`, content },
  changed: ['council'],
});

/** 立项: needs that stand free, a lead, partners, and what is to be done by when. */
export const startProject = command({
  act: acts.startProject,
  input: startInput,
  races: { demand_community_id_need_id_unique: 'listed_already' },
  facts: async (scope, input) => {
    const demands = await lockDemands(scope, input.demands);
    const from = await unlisted(scope, input.need);
    if (from === undefined || demands.length !== new Set(input.demands).size) return undefined;
    return { ...from, demands, fresh: from.need !== null, needs: await needsBehind(scope, demands) };
  },
  run: async ({ input, facts, ...scope }) => {
    const { db, communityId, now, actor } = scope;
    const steps = stepsIn(input.steps);
    if (!steps.ok) return steps;
    const free = checkWritten({ title: input.title, steps: input.steps });
    if (!free.ok) return free;
    const wanted = [...new Set([input.lead, ...input.partners])];
    const members = await db
      .select({ id: councilMember.id, no: councilMember.no })
      .from(councilMember)
      .where(
        and(
          ...[eq(councilMember.communityId, communityId), inArray(councilMember.no, wanted)],
          isNull(councilMember.to),
        ),
      );
    const lead = members.find(({ no }) => no === input.lead);
    if (!lead || members.length < wanted.length) return refuse('member_left', undefined, { lead: 'member_left' });
    const no = await nextNumber(db, communityId, 'council_project');
    const row = { communityId, no, title: input.title, leadId: lead.id, startedBy: personOf(actor) ?? 0, at: now };
    const [made] = await db.insert(councilProject).values(row).returning({ id: councilProject.id });
    if (!made) return refuse('unknown');
    const projectId = made.id;
    const partners = members
      .filter(({ id }) => id !== lead.id)
      .map(({ id: memberId }) => ({ communityId, projectId, memberId }));
    if (partners.length > 0) await db.insert(councilPartner).values(partners);
    await db
      .insert(councilStep)
      .values(steps.value.map((one, at) => ({ ...one, communityId, projectId, position: at + 1 })));
    await db
      .update(demand)
      .set({ projectId })
      .where(
        and(
          eq(demand.communityId, communityId),
          inArray(
            demand.id,
            facts.demands.map(({ id }) => id),
          ),
        ),
      );
    const fresh = facts.need;
    const listed = fresh && {
      title: input.title,
      words: '',
      source: 'visit' as const,
      needId: fresh.id,
      projectId,
    };
    const demands = [...input.demands, ...(listed ? [(await listDemand(scope, listed)).no] : [])];
    for (const need of [...facts.needs, ...(fresh ? [fresh] : [])]) await turnInto(scope, need, 'project', no);
    return told(no, { title: input.title, demands, lead: input.lead, steps: steps.value.length });
  },
});

export const reportStep = command({
  act: acts.reportStep,
  input: reportInput,
  facts: async (scope, input) => {
    const { db, communityId } = scope;
    const project = await lockProject(scope, input.project);
    if (!project) return undefined;
    const [step] = await db
      .select()
      .from(councilStep)
      .where(
        and(
          ...[eq(councilStep.communityId, communityId), eq(councilStep.projectId, project.id)],
          eq(councilStep.position, input.position),
        ),
      );
    return step && { ...project, step, done: step.doneOn !== null };
  },
  run: async ({ db, communityId, now, input, facts }) => {
    const { doneOn, note } = input;
    const wrong = allWrong([
      doneOn > shanghaiDate(now) ? refuse('not_yet', undefined, { doneOn: 'not_yet' }) : ok(),
      checkWritten({ note }),
    ]);
    if (wrong) return { ok: false, refusal: wrong };
    await db
      .update(councilStep)
      .set({ doneOn, note })
      .where(and(eq(councilStep.communityId, communityId), eq(councilStep.id, facts.step.id)));
    return told(facts.no, { step: input.position, doneOn });
  },
});

export const endProject = command({
  act: acts.endProject,
  input: endInput,
  facts: (scope, { project }) => lockProject(scope, project),
  run: async ({ db, communityId, now, input, facts }) => {
    const undone = await db.$count(
      councilStep,
      and(
        ...[eq(councilStep.communityId, communityId), eq(councilStep.projectId, facts.id)],
        isNull(councilStep.doneOn),
      ),
    );
    if (undone > 0 && input.reason === '')
      return refuse('why_unfinished', { count: undone }, { reason: 'why_unfinished' });
    const free = checkWritten({ reason: input.reason });
    if (!free.ok) return free;
    await db
      .update(councilProject)
      .set({ endedAt: now, endReason: input.reason })
      .where(and(eq(councilProject.communityId, communityId), eq(councilProject.id, facts.id)));
    return told(facts.no, { state: 'ended', undone });
  },
});

/** 评议: done, partly or not, in words that hang on the board; once in a half-year. */
export const reviewProject = command({
  act: acts.reviewProject,
  input: reviewInput,
  races: { council_review_once: 'reviewed_already' },
  facts: async (scope, input) => {
    const { db, communityId, now } = scope;
    const project = await lockProject(scope, input.project);
    if (!project) return undefined;
    const of = and(eq(councilReview.communityId, communityId), eq(councilReview.projectId, project.id));
    const found = await db
      .selectDistinct({ id: need.householdId })
      .from(demand)
      .innerJoin(need, and(eq(need.communityId, communityId), eq(need.id, demand.needId)))
      .where(and(...[eq(demand.communityId, communityId), eq(demand.projectId, project.id)], isNotNull(demand.needId)));
    const reviewed = (await db.$count(councilReview, and(of, eq(councilReview.half, halfOf(now))))) > 0;
    return { ...project, households: found.map(({ id }) => id), reviewed };
  },
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const { verdict, words } = input;
    const free = checkHung({ title: words, place: '' });
    if (!free.ok) return refuse('names_a_person', undefined, { words: 'names_a_person' });
    const own = actor.as === 'resident';
    const by = personOf(actor);
    const said = {
      verdict,
      words,
      householdId: householdOf(actor),
      personId: own ? by : null,
      recorderId: own ? null : by,
    };
    const half = halfOf(now);
    await db.insert(councilReview).values({ communityId, projectId: facts.id, half, ...said, at: now });
    return told(facts.no, { half, verdict });
  },
});

/** What was not done says why. */
export const explainReview = command({
  act: acts.explainReview,
  input: explainInput,
  facts: async ({ db, communityId }, { review }) => {
    const [row] = await db
      .select()
      .from(councilReview)
      .where(and(eq(councilReview.communityId, communityId), eq(councilReview.id, review)))
      .for('update');
    if (!row) return undefined;
    const [project] = await db
      .select({ no: councilProject.no })
      .from(councilProject)
      .where(and(eq(councilProject.communityId, communityId), eq(councilProject.id, row.projectId)));
    return project && { ...row, ...project, wanted: wantsWhy(row.verdict), explained: row.why !== '' };
  },
  run: async ({ db, communityId, actor, input, facts }) => {
    const free = checkHung({ title: input.why, place: '' });
    if (!free.ok) return refuse('names_a_person', undefined, { why: 'names_a_person' });
    await db
      .update(councilReview)
      .set({ why: input.why, whyBy: personOf(actor) })
      .where(and(eq(councilReview.communityId, communityId), eq(councilReview.id, facts.id)));
    return told(facts.no, { half: facts.half, why: input.why });
  },
});
