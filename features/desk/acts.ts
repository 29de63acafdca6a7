import { mayDraftPlan, mayJudgeMateriality, mayPublishPlan } from '@/features/plans/policy';
import {
  changedClauses,
  checkJudging,
  checkMaterialityConfirmation,
  checkPublication,
  checkRevision,
  DRAFTED_IN,
  uncitedClauses,
  versionsOf,
} from '@/features/plans/rules';
import { openGates } from '@/features/proposals/rules';
import { decidable } from '@/features/rounds/rules';
import { mayAnswerOpposition, mayDeclare, mayPostNotice, mayReturn, maySign } from '@/features/signoff/policy';
import { checkNotice } from '@/features/signoff/rules';
import { type Standings, somebodyAs } from '@/lib/act';
import { ROLES, type Who } from '@/lib/actor';
import { type Refusal, refusalOf } from '@/lib/result';
import type { LifeFacts } from './facts';
import type { ActName } from './rules';

type Block = (who: Who) => Refusal | null;

/** One act as it stands for everybody. */
interface Unsaid {
  act: ActName;
  /** Below the desk's address of the community; `door`: below the doors instead. */
  path: readonly (string | number)[];
  door?: true;
  /** The act the proposal waits for; what may be done but need not is not needed. */
  needed: boolean;
  block: Block;
  count?: number | ((who: Who) => number);
  at?: Date | null;
  due?: Date | null;
}

const allowed = (actor: unknown): Refusal | null => (actor ? null : { code: 'not_allowed' });
const inState = (facts: LifeFacts, ...from: readonly string[]): Refusal | null =>
  from.includes(facts.state) ? null : { code: 'not_at_this_step', details: { states: from.join(',') } };
const personIn = (who: Who): number | null => (who.kind === 'person' ? who.personId : null);
const first = (dates: readonly Date[]): Date | null =>
  dates.length === 0 ? null : new Date(Math.min(...dates.map((one) => one.getTime())));

/** From a draft to a published version, as the pages of the plan go about it. */
function drafting(facts: LifeFacts): Unsaid[] {
  const { no, state, stateAt } = facts;
  const { published, draft } = versionsOf(facts.plans);
  const running = facts.rounds.some((one) => one.state === 'open');
  const plans = ['proposals', no, 'plans'];
  const written: Unsaid = {
    ...{ act: 'draft', path: plans, at: stateAt },
    needed: !draft && (state === 'redesign' || (state === 'consulting' && !published)),
    block: (who) => inState(facts, ...DRAFTED_IN) ?? allowed(mayDraftPlan(who)),
  };
  if (!draft) return [written];
  const step = (act: ActName, name: string, needed: boolean, block: Block): Unsaid => ({
    ...{ act, path: [...plans, draft.version, name], needed, block, at: draft.draftedAt },
  });
  const [before, after] = [published?.clauses ?? [], draft.clauses];
  const judged = draft.materiality;
  const groups = facts.groups.map((one) => one.id);
  const complete = groups.every((group) => judged.some((one) => one.group === group));
  const uncited = uncitedClauses(before, after, draft.changes);
  const judging = () => inState(facts, ...DRAFTED_IN) ?? refusalOf(checkJudging(before, after, draft.changes));
  const unpublished = () =>
    refusalOf(checkPublication(state, draft.version, running, after)) ??
    (published
      ? refusalOf(
          checkRevision({ ...published, changes: [], materiality: [] }, draft, {
            groups,
            objections: facts.objections.map(({ id, state: at }) => ({
              id,
              answered: at !== 'raised' && at !== 'acknowledged',
            })),
            gates: facts.gates.map((gate) => gate.key),
          }),
        )
      : null);
  const revised: Unsaid[] = published
    ? [
        step(
          'changes',
          'changes',
          uncited.length > 0,
          (who) =>
            inState(facts, ...DRAFTED_IN) ??
            (changedClauses(before, after).length === 0 ? { code: 'nothing_changed' } : null) ??
            allowed(mayDraftPlan(who)),
        ),
        step(
          'judging',
          'materiality',
          uncited.length === 0 && !complete,
          (who) => judging() ?? allowed(mayJudgeMateriality(who)),
        ),
        step(
          'judged',
          'materiality',
          complete && uncited.length === 0 && judged.some((one) => one.confirmedBy === null),
          (who) =>
            judging() ??
            allowed(mayJudgeMateriality(who)) ??
            refusalOf(checkMaterialityConfirmation(judged, groups, personIn(who))),
        ),
      ]
    : [];
  return [
    written,
    ...revised,
    step('publication', 'publication', unpublished() === null, (who) => {
      return unpublished() ?? allowed(mayPublishPlan(who, facts));
    }),
  ];
}

function asking(facts: LifeFacts): Unsaid[] {
  const { no } = facts;
  const heard = decidable(facts);
  const agreement = () => inState(facts, 'consulting') ?? facts.agreement ?? null;
  const counted = facts.agreement !== undefined;
  const steps: Unsaid[] = [
    {
      ...{ act: 'agreement', path: ['proposals', no, 'agreement'], at: heard?.closedAt ?? null },
      needed: counted && heard !== null && facts.agreement === null,
      block: (who) => agreement() ?? (counted ? allowed(mayDeclare(who, facts)) : { code: 'not_counted' }),
    },
  ];
  if (heard && !counted)
    steps.push({
      ...{ act: 'decide', path: ['proposals', no], at: heard.closedAt, needed: true },
      block: (who) => allowed(mayDeclare(who, facts)),
    });
  return steps;
}

function signing(facts: LifeFacts, now: Date): Unsaid[] {
  const { no, state, notice } = facts;
  const page = (act: string) => ['proposals', no, act];
  const unanswered = notice?.opposition.filter((one) => !one.answered).length ?? 0;
  const open = openGates(facts.kind, facts.gates);
  const posting = () =>
    inState(facts, 'agreed') ?? (open.length > 0 ? { code: 'gates_open' } : null) ?? facts.agreement ?? null;
  const signed = notice?.signed.map((one) => one.role) ?? [];
  const ready = () =>
    inState(facts, 'noticed') ??
    (notice ? refusalOf(checkNotice(notice.to, notice.opposition, now)) : inState(facts)) ??
    facts.agreement ??
    null;
  return [
    {
      ...{ act: 'notice', path: page('notice'), needed: posting() === null, at: facts.stateAt },
      block: (who) => posting() ?? allowed(mayPostNotice(who)),
    },
    {
      ...{ act: 'opposition', path: page('opposition'), count: unanswered, due: notice?.to ?? null },
      needed: state === 'noticed' && unanswered > 0,
      block: (who) =>
        inState(facts, 'noticed') ??
        (unanswered === 0 ? { code: 'nobody_opposed' } : null) ??
        allowed(mayAnswerOpposition(who, facts)),
    },
    {
      ...{ act: 'signature', path: page('signature'), needed: ready() === null, at: notice?.to ?? null },
      block: (who) => {
        const actor = maySign(who, { termActive: facts.termActive, signed });
        if (ready() || !actor) return ready() ?? { code: 'not_allowed' };
        if (notice?.signed.some((one) => one.signer === personIn(who))) return { code: 'person_has_signed' };
        return actor.as === 'staff' && signed.some((role) => role === actor.role) ? { code: 'role_has_signed' } : null;
      },
    },
    {
      ...{ act: 'return', path: page('return'), needed: false },
      block: (who) => inState(facts, 'agreed', 'noticed') ?? allowed(mayReturn(who)),
    },
  ];
}

const unsaid = (facts: LifeFacts, now: Date): Unsaid[] => [
  ...drafting(facts),
  ...asking(facts),
  ...signing(facts, now),
];

/** The acts of rooms that do not say their own yet, as they stand for whoever asks. */
export const rest: Standings<LifeFacts> = ({ facts, who, now }) =>
  unsaid(facts, now).map(({ act, path, door, needed, block, count, at, due }) => ({
    ...{ act, path, door: door === true, needed, at: at ?? null, due: due ?? null, groups: [] },
    count: typeof count === 'function' ? count(who) : count,
    block: block(who),
    offices: () => ROLES.filter((role) => block(somebodyAs(role)) === null),
  }));
