import { atStep } from '@/features/proposals/rules';
import { checkDrawing, drawnAsBefore } from '@/features/siteplan/rules';
import { type Act, because, type DeskAct, each, once, type Standings } from '@/lib/act';
import { personOf } from '@/lib/actor';
import { type CodeOf, type Refusal, refusalOf, refuse } from '@/lib/result';
import type { PlanFacts } from './facts';
import { mayDraftPlan, mayJudgeMateriality, mayPublishPlan } from './policy';
import {
  changedClauses,
  checkJudging,
  checkMaterialityConfirmation,
  checkPublication,
  checkRevision,
  DRAFTED_IN,
  uncitedClauses,
  versionsOf,
} from './rules';

/** Version n+1, or the draft of it. */
export const draftPlan: DeskAct<Pick<PlanFacts, 'state'>, 'not_at_this_step', PlanFacts> = {
  name: 'plan.draft',
  why: ({ state }: Pick<PlanFacts, 'state'>) => atStep(state, ...DRAFTED_IN),
  by: mayDraftPlan,
  desk: {
    word: 'draft',
    path: ({ no }) => ['proposals', no, 'plans'],
    needed: ({ state, plans }) => {
      const { draft, published } = versionsOf(plans);
      return !draft && (state === 'redesign' || (state === 'consulting' && !published));
    },
    since: ({ stateAt }) => stateAt,
  },
};

/** What the draft draws over the site. */
export const drawPlan: Act<PlanFacts, 'not_at_this_step' | 'no_draft'> = {
  name: 'plan.drawing',
  why: ({ state, plans }) => atStep(state, ...DRAFTED_IN) ?? because(!versionsOf(plans).draft, 'no_draft'),
  by: mayDraftPlan,
};

type Unrevised = 'not_at_this_step' | 'first_version' | 'no_draft';
type Unjudged = Unrevised | 'nothing_changed' | 'changes_uncited';

/** The draft beside the version it changes; a refusal where there are not both. */
function revision({ state, plans }: PlanFacts) {
  const { draft, published } = versionsOf(plans);
  const step = atStep(state, ...DRAFTED_IN);
  if (step || !draft || !published) return { refusal: step ?? refuse(draft ? 'first_version' : 'no_draft').refusal };
  return { draft, before: published.clauses, refusal: null };
}

const uncited = (facts: PlanFacts): number[] => {
  const { draft, published } = versionsOf(facts.plans);
  return draft && published ? uncitedClauses(published.clauses, draft.clauses, draft.changes) : [];
};

const judgedOf = ({ plans }: PlanFacts) => versionsOf(plans).draft?.materiality ?? [];
const complete = (facts: PlanFacts) =>
  facts.groups.every(({ id }) => judgedOf(facts).some(({ group }) => group === id));

const page = (word: string, name: string) => ({
  word,
  path: ({ no, plans }: PlanFacts) => ['proposals', no, 'plans', versionsOf(plans).draft?.version ?? 0, name],
  since: ({ plans }: PlanFacts) => versionsOf(plans).draft?.draftedAt ?? null,
});

/** What each change of the draft answers. */
export const citeChanges: DeskAct<PlanFacts, Unrevised | 'nothing_changed'> = {
  name: 'plan.changes',
  why: (facts) => {
    const { refusal, draft, before } = revision(facts);
    if (refusal) return refusal;
    return because(changedClauses(before, draft.clauses).length === 0, 'nothing_changed');
  },
  by: mayDraftPlan,
  desk: { ...page('changes', 'changes'), needed: (facts) => uncited(facts).length > 0 },
};

const judging = (facts: PlanFacts): Refusal<Unjudged> | null => {
  const { refusal, draft, before } = revision(facts);
  return refusal ?? refusalOf(checkJudging(before, draft.clauses, draft.changes));
};

/** Whether the changes matter to a group. */
export const judgeMateriality: DeskAct<PlanFacts, Unjudged> = {
  name: 'plan.materiality.judge',
  why: judging,
  by: mayJudgeMateriality,
  desk: { ...page('judging', 'materiality'), needed: (facts) => uncited(facts).length === 0 && !complete(facts) },
};

/** A second person says the judgements of every group are right. */
export const confirmMateriality: DeskAct<
  PlanFacts,
  Unjudged | 'materiality_missing' | 'already_confirmed' | 'second_person'
> = {
  name: 'plan.materiality.confirm',
  why: (facts) => {
    const groups = facts.groups.map(({ id }) => id);
    return judging(facts) ?? refusalOf(checkMaterialityConfirmation(judgedOf(facts), groups));
  },
  by: mayJudgeMateriality,
  unless: (actor, facts) =>
    because(
      judgedOf(facts).some(({ judgedBy }) => judgedBy === personOf(actor)),
      'second_person',
    ),
  desk: {
    ...page('judged', 'materiality'),
    needed: (facts) =>
      uncited(facts).length === 0 && complete(facts) && judgedOf(facts).some((one) => one.confirmedBy === null),
  },
};

type Unpublished =
  | 'no_draft'
  | CodeOf<ReturnType<typeof checkPublication>>
  | CodeOf<ReturnType<typeof checkDrawing>>
  | CodeOf<ReturnType<typeof checkRevision>>;

/** Whether the drawing of a draft says what its clauses say. */
export function misdrawn({ plans }: PlanFacts) {
  const { draft, published } = versionsOf(plans);
  if (!draft) return null;
  const before = published && {
    shapes: published.drawing?.shapes ?? [],
    changed: changedClauses(published.clauses, draft.clauses),
  };
  const numbers = draft.clauses.map(({ no }) => no);
  return refusalOf(checkDrawing(draft.drawing?.shapes ?? [], numbers, before));
}

/** Clauses of the draft that read otherwise and are drawn as they were: whoever publishes has seen that it is meant. */
export function undrawn({ plans }: Pick<PlanFacts, 'plans'>): number[] {
  const { draft, published } = versionsOf(plans);
  if (!draft || !published) return [];
  const shapes = [published, draft].map(({ drawing }) => drawing?.shapes ?? []);
  return drawnAsBefore(shapes[0] ?? [], shapes[1] ?? [], changedClauses(published.clauses, draft.clauses));
}

/** Row 9: the draft becomes a version nobody can change. */
export const publishPlan: DeskAct<PlanFacts, Unpublished> = {
  name: 'plan.publish',
  why: (known) => {
    const { state, plans, running, groups, citable, gates } = known;
    const { draft, published } = versionsOf(plans);
    if (!draft) return { code: 'no_draft' };
    const first = refusalOf(checkPublication(state, draft.version, running, draft.clauses)) ?? misdrawn(known);
    if (first || !published) return first;
    const before = { ...published, changes: [], materiality: [] };
    const facts = {
      groups: groups.map(({ id }) => id),
      objections: citable,
      gates: gates.map(({ key }) => key),
    };
    return refusalOf(checkRevision(before, draft, facts));
  },
  by: mayPublishPlan,
  undoes: (facts) => ({ drawnAsBefore: undrawn(facts).length }),
  desk: {
    ...page('publication', 'publication'),
    needed: (facts, now) => publishPlan.why(facts, now) === null,
  },
};

const drafted = (facts: PlanFacts) => (versionsOf(facts.plans).draft ? [facts] : []);
const revised = (facts: PlanFacts) => (versionsOf(facts.plans).published ? drafted(facts) : []);

/** What stands at the desk of one proposal: from a draft to a published version, as its pages go about it. */
export const standings: Standings<PlanFacts>[] = [
  once(draftPlan),
  ...[citeChanges, judgeMateriality, confirmMateriality].map((act) => each(act, revised)),
  each(publishPlan, drafted),
];
