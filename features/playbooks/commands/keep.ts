import { and, eq } from 'drizzle-orm';
import { playbook, playbookReview } from '@/db/schema/playbooks';
import { knownOf, lockProposal } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { nextNumber } from '@/lib/numbers';
import { allWrong, refuse } from '@/lib/result';
import * as acts from '../acts';
import { courseFacts } from '../facts';
import { drawInput, retireInput, reviewInput, reviseInput } from '../input';
import { EVERYWHERE, lockPlaybook, saidIn, writeVersion } from '../moves';
import { checkReviewDay, stepsFrom } from '../rules';
import { effectOf } from '../rules/effect';

const changed = (no: number) => [EVERYWHERE, `playbooks/${no}`];

type Said = Record<'name' | 'indications' | 'contraindications' | 'steps', string>;
const checkSaid = ({ name, indications, contraindications, steps }: Said) =>
  checkWritten({ name, indications, contraindications, steps });

/** 开方: what a verified proposal has taught, for whoever has the same trouble. */
export const drawPlaybook = command({
  act: acts.drawPlaybook,
  input: drawInput,
  facts: async (scope, { proposal: no }) => {
    const row = await lockProposal(scope.db, scope.communityId, no);
    return row && (await knownOf(scope, no, courseFacts));
  },
  races: { playbook_once: 'drawn_already' },
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const steps = stepsFrom(input.steps);
    if (!steps.ok) return steps;
    const wrong = allWrong([checkReviewDay(input.next, now), checkSaid(input)]);
    if (wrong) return { ok: false, refusal: wrong };
    const no = await nextNumber(db, communityId, 'playbook');
    const [row] = await db
      .insert(playbook)
      .values({
        communityId,
        no,
        proposalId: facts.id,
        proposalNo: facts.no,
        proposalTitle: facts.title,
        kind: facts.kind,
        place: facts.place,
        effect: effectOf(facts),
        reviewOn: input.next,
        authorId: personOf(actor) ?? 0,
        authorRole: roleOf(actor),
        drawnAt: now,
      })
      .returning({ id: playbook.id });
    if (!row) return refuse('unknown');
    const said = { ...saidIn(input), steps: steps.value };
    await writeVersion({ db, communityId, now, actor }, { ...said, playbookId: row.id, version: 1, change: '' });
    const content = { ...saidIn(input), steps: input.steps, proposal: facts.no, version: 1 };
    return { ok: true, value: { playbook: no }, leaf: { subject: `playbooks/${no}`, content }, changed: changed(no) };
  },
});

/** 改方: a new version; the one before stays. */
export const revisePlaybook = command({
  act: acts.revisePlaybook,
  input: reviseInput,
  facts: lockPlaybook,
  stale: async ({ input, facts: { row } }) =>
    row.version === input.seen ? null : { code: 'revised_meanwhile', details: { version: row.version } },
  run: async ({ db, communityId, now, actor, input, facts: { row } }) => {
    const steps = stepsFrom(input.steps);
    if (!steps.ok) return steps;
    const wrong = allWrong([checkSaid(input), checkWritten({ change: input.change })]);
    if (wrong) return { ok: false, refusal: wrong };
    const version = row.version + 1;
    const said = { ...saidIn(input), steps: steps.value, change: input.change };
    await writeVersion({ db, communityId, now, actor }, { ...said, playbookId: row.id, version });
    await db
      .update(playbook)
      .set({ version })
      .where(and(eq(playbook.communityId, communityId), eq(playbook.id, row.id)));
    const content = { ...saidIn(input), steps: input.steps, change: input.change, version };
    const subject = `playbooks/${row.no}`;
    return { ok: true, value: { playbook: row.no }, leaf: { subject, content }, changed: changed(row.no) };
  },
});

/** 复诊: whether it still holds, and when it is asked next. */
export const reviewPlaybook = command({
  act: acts.reviewPlaybook,
  input: reviewInput,
  facts: lockPlaybook,
  run: async ({ db, communityId, now, actor, input, facts: { row } }) => {
    const { verdict, reason, next } = input;
    const wrong = allWrong([checkReviewDay(next, now), checkWritten({ reason })]);
    if (wrong) return { ok: false, refusal: wrong };
    const { id: playbookId, version, no } = row;
    await db
      .insert(playbookReview)
      .values({ communityId, playbookId, version, verdict, reason, saidBy: personOf(actor) ?? 0, at: now });
    await db
      .update(playbook)
      .set({ reviewOn: next })
      .where(and(eq(playbook.communityId, communityId), eq(playbook.id, playbookId)));
    const leaf = { subject: `playbooks/${no}`, content: { version, verdict, reason, next } };
    return { ok: true, value: { playbook: no }, leaf, changed: changed(no) };
  },
});

/** 停用: nobody takes it up any more; who has may read why. */
export const retirePlaybook = command({
  act: acts.retirePlaybook,
  input: retireInput,
  facts: lockPlaybook,
  run: async ({ db, communityId, now, actor, input: { reason }, facts: { row } }) => {
    const free = checkWritten({ reason });
    if (!free.ok) return free;
    await db
      .update(playbook)
      .set({ retiredAt: now, retiredBy: personOf(actor), retiredReason: reason })
      .where(and(eq(playbook.communityId, communityId), eq(playbook.id, row.id)));
    const leaf = { subject: `playbooks/${row.no}`, content: { retired: true, reason } };
    return { ok: true, value: { playbook: row.no }, leaf, changed: changed(row.no) };
  },
});
