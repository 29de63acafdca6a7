import { and, eq } from 'drizzle-orm';
import { caseJoin, caseLook } from '@/db/schema/orders';
import { household } from '@/db/schema/people';
import { householdOf, personOf, roleOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { joinInput, lookInput, plainInput, supplementInput } from '../input';
import { lockCase, stepDone, takeStep } from '../moves';

const oneCase = (scope: Scope, input: { case: number }) => lockCase(scope, input.case);

/** 促办. */
export const nudgeCase = command({
  act: acts.nudgeCase,
  input: plainInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'nudge', words: input.words });
    return stepDone(facts, { step: 'nudge', words: input.words });
  },
});

/** 补充: what the program that brought it says more. Its answer is the number of what was written down. */
export const supplementCase = command({
  act: acts.supplementCase,
  input: supplementInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    const { stepId } = await takeStep(scope, facts, { step: 'supplement', words: input.words });
    const done = stepDone(facts, { step: 'supplement', words: input.words });
    return { ...done, value: { case: facts.row.no, step: stepId } };
  },
});

/** 我家也是: the household is told what becomes of it. */
export const joinCase = command({
  act: acts.joinCase,
  input: joinInput,
  facts: async (scope, input) => {
    const { db, communityId, who } = scope;
    const own = who.kind === 'person' ? who.households[0]?.householdId : undefined;
    const home = input.household ?? own;
    if (home === undefined) return undefined;
    const [lives] = await db
      .select({ id: household.id, entranceId: household.entranceId })
      .from(household)
      .where(and(eq(household.communityId, communityId), eq(household.id, home)));
    const one = await lockCase(scope, input.case);
    // What hangs is everybody's to join; what nobody has looked at yet is known to those who wrote it alone.
    if (!lives || !one || one.row.postedAt === null) return undefined;
    return { ...one, household: lives, joined: one.households.includes(lives.id) };
  },
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const householdId = householdOf(actor) ?? facts.household.id;
    await db.insert(caseJoin).values({
      communityId,
      caseId: facts.row.id,
      householdId,
      personId: personOf(actor),
      words: input.words,
      at: now,
    });
    return stepDone(facts, { step: 'join', words: input.words });
  },
});

/** Who complained, in full: written down first, and shown to the complainant. */
export const lookCase = command({
  act: acts.lookCase,
  input: lookInput,
  facts: oneCase,
  run: async ({ db, communityId, now, actor, facts }) => {
    const personId = personOf(actor);
    if (personId === null) return refuse('not_allowed');
    await db.insert(caseLook).values({ communityId, caseId: facts.row.id, personId, role: roleOf(actor), at: now });
    return stepDone(facts, { looked: true });
  },
});
