import { and, eq, isNull } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { helpCall, skill } from '@/db/schema/skills';
import { checkHung } from '@/features/cases/rules';
import { writeLetters } from '@/features/letters/moves';
import { livesThere } from '@/features/visits/moves';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { askInput, offerInput, takeBackInput } from '../input';
import { letters } from '../letters';
import { lockSkill } from '../moves';
import { hasTelephone } from '../rules';

/** 我会什么、什么时候有空、愿意给谁做: hung without whose it is. */
export const offerSkill = command({
  act: acts.offerSkill,
  input: offerInput,
  facts: async ({ db, communityId, who }, input) => {
    const [home] = await db
      .select({ householdId: household.id })
      .from(household)
      .where(and(eq(household.communityId, communityId), eq(household.id, input.household)))
      .for('update');
    const own = and(
      ...[eq(skill.communityId, communityId), eq(skill.personId, who.kind === 'person' ? who.personId : 0)],
      isNull(skill.takenBackAt),
    );
    return home && { ...home, offered: await db.$count(skill, own) };
  },
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const { what, times, whom } = input;
    const free = checkHung({ title: what, place: `${times} ${whom}` });
    if (hasTelephone(`${what} ${times} ${whom}`))
      return refuse('names_a_person', undefined, { what: 'names_a_person' });
    if (!free.ok) return free.refusal.code === 'names_a_door' ? refuse('names_a_door') : refuse('names_a_person');
    const no = await nextNumber(db, communityId, 'skill');
    const row = { communityId, no, personId: personOf(actor) ?? 0, householdId: facts.householdId };
    await db.insert(skill).values({ ...row, what, times, whom, at: now });
    return {
      ok: true,
      value: { skill: no },
      leaf: { subject: `skill/${no}`, content: { state: 'offered' } },
      changed: ['skills'],
    };
  },
});

/** It hangs no more; whoever's it is is told, unless they did it. */
async function takeOff(
  scope: Pick<Scope, 'db' | 'communityId' | 'now'>,
  one: { id: number; no: number; personId: number; what: string },
  by: number | null = null,
): Promise<void> {
  const { db, communityId, now } = scope;
  await db
    .update(skill)
    .set({ takenBackAt: now })
    .where(and(eq(skill.communityId, communityId), eq(skill.id, one.id)));
  if (by !== one.personId)
    await writeLetters(scope, letters.skill_taken_off, [
      { to: { person: one.personId }, no: one.no, detail: { what: one.what } },
    ]);
}

/** 收回: whenever they like, without a word why. */
export const takeBackSkill = command({
  act: acts.takeBackSkill,
  input: takeBackInput,
  facts: (scope, input) => lockSkill(scope, input.skill),
  run: async ({ actor, facts, ...scope }) => {
    await takeOff(scope, facts, personOf(actor));
    return {
      ok: true,
      value: { skill: facts.no },
      leaf: { subject: `skill/${facts.no}`, content: { state: 'taken_back' } },
      changed: ['skills'],
    };
  },
});

/** 搬走了: taken off with the night, and told. */
export const partSkill = command({
  act: acts.partSkill,
  input: takeBackInput,
  facts: async (scope, input) => {
    const found = await lockSkill(scope, input.skill);
    return found && { ...found, lives: await livesThere(scope, found.householdId, found.personId) };
  },
  run: async ({ facts, ...scope }) => {
    await takeOff(scope, facts);
    return {
      ok: true,
      value: { skill: facts.no },
      leaf: { subject: `skill/${facts.no}`, content: { state: 'taken_back' } },
      changed: ['skills'],
    };
  },
});

/** 托社区问: a letter to whoever offers it; they answer by saying that they come, or by ringing the office. */
export const askSkill = command({
  act: acts.askSkill,
  input: askInput,
  facts: async (scope, input) => {
    const { db, communityId } = scope;
    const found = await lockSkill(scope, input.skill);
    if (!found || input.call === undefined) return found && { ...found, call: null };
    const [call] = await db
      .select({ no: helpCall.no, title: helpCall.title })
      .from(helpCall)
      .where(and(eq(helpCall.communityId, communityId), eq(helpCall.no, input.call)));
    return call && { ...found, call };
  },
  run: async ({ input, facts, ...scope }) => {
    const { what, call, no } = facts;
    const to = { person: facts.personId };
    const { words } = input;
    if (call)
      await writeLetters(scope, letters.help_asked, [{ to, no: call.no, detail: { what, title: call.title, words } }]);
    else await writeLetters(scope, letters.skill_asked, [{ to, no, detail: { what, words } }]);
    return {
      ok: true,
      value: { skill: no },
      leaf: { subject: `skill/${no}`, content: { state: 'asked', for: call?.no ?? null } },
      changed: [],
    };
  },
});
