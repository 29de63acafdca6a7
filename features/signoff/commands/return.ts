import { and, asc, eq, gte, isNull } from 'drizzle-orm';
import { notice, noticeOpposition } from '@/db/schema/signoff';
import { writeLetters } from '@/features/letters/moves';
import { type ProposalRow, recordStep } from '@/features/proposals/moves';
import { mayMoveAs } from '@/features/proposals/rules';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { answerInput, oppositionShown, returnInput } from '../input';
import { letters } from '../letters';
import { lockSignoff } from '../moves';

type At = Pick<Scope, 'db' | 'now'> & { actor: Actor };

/** To the drawing board; what hung is taken down. */
async function sendBack({ db, now, actor }: At, row: ProposalRow, hung: { id: number } | null, reason: string) {
  if (hung)
    await db
      .update(notice)
      .set({ state: 'returned' })
      .where(and(eq(notice.communityId, row.communityId), eq(notice.id, hung.id)));
  const by = { role: roleOf(actor), personId: personOf(actor) };
  await recordStep(db, row, { kind: 'returned', to: 'redesign', ...by, reason, now });
}

const mayReturnAs = (actor: Actor, { state }: ProposalRow, termActive: boolean): boolean =>
  actor.as === 'staff' && actor.role !== 'auditor' && mayMoveAs(actor.role, state, 'redesign', termActive);

/** What stands of an opposition: itself, or what its household said anew since. */
async function standsFor({ db, communityId }: Scope, noticeId: number, id: number) {
  const here = [eq(noticeOpposition.communityId, communityId), eq(noticeOpposition.noticeId, noticeId)];
  const household = db
    .select({ id: noticeOpposition.householdId })
    .from(noticeOpposition)
    .where(and(...here, eq(noticeOpposition.id, id)));
  const said = await db
    .select({ id: noticeOpposition.id, words: noticeOpposition.words })
    .from(noticeOpposition)
    .where(
      and(
        ...here,
        eq(noticeOpposition.householdId, household),
        gte(noticeOpposition.id, id),
        isNull(noticeOpposition.replacedAt),
      ),
    )
    .orderBy(asc(noticeOpposition.id))
    .limit(1);
  return said[0];
}

async function lockOpposition(scope: Scope, input: { proposal: number; opposition: number }) {
  const facts = await lockSignoff(scope, input);
  const said = facts?.notice ? await standsFor(scope, facts.notice.id, input.opposition) : undefined;
  const opposition = facts?.notice?.opposition.find((one) => one.id === said?.id);
  return facts && said && opposition && { ...facts, opposition: { ...opposition, words: said.words } };
}

/** Every opposition is answered. One that is upheld takes the plan back to the drawing board. */
export const answerOpposition = command({
  act: acts.answerOpposition,
  input: answerInput,
  facts: lockOpposition,
  shown: ({ facts }) => oppositionShown(facts.opposition),
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, notice: hung, opposition: said, termActive } = scope.facts;
    const upheld = input.outcome === 'upheld';
    await db
      .update(noticeOpposition)
      .set({ answer: input.answer, upheld, answeredBy: personOf(actor), answeredAt: now })
      .where(and(eq(noticeOpposition.communityId, communityId), eq(noticeOpposition.id, said.id)));
    await writeLetters(scope, letters.opposition_answered, [
      { to: { household: said.household }, no: input.proposal, detail: { title: row.title } },
    ]);
    const back = upheld && mayReturnAs(actor, row, termActive);
    if (back) await sendBack(scope, row, hung, input.answer);
    else
      await recordStep(db, row, {
        kind: 'opposition_answered',
        role: roleOf(actor),
        personId: personOf(actor),
        now,
        detail: { outcome: input.outcome },
      });
    return {
      ok: true,
      value: { proposal: input.proposal, opposition: said.id, upheld, returned: back },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { opposition: said.id, answer: input.answer, upheld, ...(back ? { to: 'redesign' } : {}) },
      },
      changed: ['proposals'],
    };
  },
});

/** Row 16: whoever would have to sign sends it back, with the reason. */
export const returnResolution = command({
  act: acts.returnResolution,
  input: returnInput,
  facts: lockSignoff,
  run: async (scope) => {
    const { input, facts } = scope;
    await sendBack(scope, facts.row, facts.notice, input.reason);
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { to: 'redesign', reason: input.reason } },
      changed: ['proposals'],
    };
  },
});
