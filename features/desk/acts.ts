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
const _first = (dates: readonly Date[]): Date | null =>
  dates.length === 0 ? null : new Date(Math.min(...dates.map((one) => one.getTime())));

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

const unsaid = (facts: LifeFacts, now: Date): Unsaid[] => [...asking(facts), ...signing(facts, now)];

/** The acts of rooms that do not say their own yet, as they stand for whoever asks. */
export const rest: Standings<LifeFacts> = ({ facts, who, now }) =>
  unsaid(facts, now).map(({ act, path, door, needed, block, count, at, due }) => ({
    ...{ act, path, door: door === true, needed, at: at ?? null, due: due ?? null, groups: [] },
    count: typeof count === 'function' ? count(who) : count,
    block: block(who),
    offices: () => ROLES.filter((role) => block(somebodyAs(role)) === null),
  }));
