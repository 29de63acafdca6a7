import { proposal } from '@/db/schema/proposals';
import { keepCase } from '@/features/cases/moves';
import { checkHung } from '@/features/cases/rules';
import { writeLetters } from '@/features/letters/moves';
import { bringForward } from '@/features/proposals/moves';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { turnInput } from '../input';
import { letters } from '../letters';
import { type LockedNeed, lockNeed, stepNeed } from '../moves';

interface Turning extends Scope {
  actor: Actor;
  input: { title: string; place: string; problem: string };
  facts: LockedNeed;
}

/** A case of that household, which is dispatched and answered in time like any other. */
async function toCase({ input, facts, ...scope }: Turning) {
  const { title, place, problem } = input;
  const { no } = await keepCase(
    scope,
    { kind: 'help', source: 'door', title, place, householdId: facts.householdId, happenedAt: scope.now },
    { words: problem },
  );
  return { no, changed: ['cases'] };
}

/** A proposal in an office's name: it says what is needed, and not by whom. */
async function toProposal({ input, ...scope }: Turning) {
  const { db, communityId, now, actor } = scope;
  const { title, place, problem } = input;
  const of = { communityId, kind: 'other' as const, title, place, problem, authorId: personOf(actor) ?? 0 };
  const [row] = await db
    .insert(proposal)
    .values({ ...of, createdAt: now, stateAt: now, lastEventAt: now })
    .returning();
  if (!row) throw new Error('a proposal that was not kept');
  const done = await bringForward(scope, row);
  return { no: done.value.proposal, changed: done.changed };
}

/** 转成诉求或提案: back-links stay, and the need is closed by its household all the same. */
export const turnNeed = command({
  act: acts.turnNeed,
  input: turnInput,
  facts: lockNeed,
  run: async (scope) => {
    const { input, facts, actor } = scope;
    const free = checkHung(input);
    if (!free.ok) return free;
    const { into } = input;
    const { no, changed } = await (into === 'case' ? toCase : toProposal)(scope);
    await stepNeed(scope, facts, { step: 'turned', recorderId: personOf(actor), into, intoNo: no });
    await writeLetters(scope, letters.need_turned, [
      { to: { household: facts.householdId }, no: facts.id, detail: { into, no } },
    ]);
    return {
      ok: true,
      value: { need: facts.id, into, no },
      leaf: { subject: `need/${facts.id}`, content: { state: 'turned' } },
      changed,
    };
  },
});
