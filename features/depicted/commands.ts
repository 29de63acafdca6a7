import { and, eq, sql } from 'drizzle-orm';
import { depicted } from '@/db/schema/depicted';
import { household } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { occasion, programme } from '@/db/schema/programmes';
import { endNews, writeLetters } from '@/features/letters/moves';
import { checkKnocked } from '@/features/opinions/moves';
import { homeAt } from '@/features/people/moves/home';
import { checkBuilding } from '@/features/people/rules';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { answerInput, dropInput, nameInput, recordInput } from './input';
import { letters } from './letters';
import { checkAnswer, checkHeard } from './rules';

/** A picture of an occasion, held until the transaction ends. */
async function lockPicture({ db, communityId }: Pick<Scope, 'db' | 'communityId'>, id: number) {
  const [row] = await db
    .select({
      id: picture.id,
      onBoard: picture.onBoard,
      occasion: occasion.no,
      startsAt: occasion.startsAt,
      title: programme.title,
    })
    .from(picture)
    .innerJoin(occasion, and(eq(occasion.communityId, picture.communityId), eq(occasion.id, picture.subjectId)))
    .innerJoin(programme, and(eq(programme.communityId, occasion.communityId), eq(programme.id, occasion.programmeId)))
    .where(and(eq(picture.communityId, communityId), eq(picture.id, id), eq(picture.subject, 'occasion')))
    .for('update', { of: picture });
  return row;
}

/** Those of a home on a picture; the picture is held first. */
async function lockDepicted(scope: Scope, input: { depicted: number }) {
  const { db, communityId, who } = scope;
  const me = who.kind === 'person' ? who.personId : 0;
  const which = and(eq(depicted.communityId, communityId), eq(depicted.id, input.depicted));
  const [of] = await db.select({ picture: depicted.pictureId }).from(depicted).where(which);
  const shown = of && (await lockPicture(scope, of.picture));
  if (!shown) return undefined;
  const [row] = await db
    .select({
      householdId: depicted.householdId,
      entranceId: household.entranceId,
      answer: depicted.answer,
      answeredBy: depicted.answeredBy,
      livedThere: sql<boolean>`exists (select from residency r where r.community_id = ${communityId}
        and r.household_id = ${depicted.householdId} and r.person_id = ${me} and r.to_at is null
        and r.from_at <= ${shown.startsAt.toISOString()}::timestamptz)`,
    })
    .from(depicted)
    .innerJoin(household, and(eq(household.communityId, depicted.communityId), eq(household.id, depicted.householdId)))
    .where(which);
  return row && { ...row, id: input.depicted, shown };
}
type Locked = NonNullable<Awaited<ReturnType<typeof lockDepicted>>>;

/** 照片上有谁家的人: they are asked. */
export const nameDepicted = command({
  act: acts.nameDepicted,
  input: nameInput,
  races: { depicted_once: 'named_already' },
  facts: async (scope, input) => {
    const shown = await lockPicture(scope, input.picture);
    return shown && { ...shown, ...(await homeAt(scope, input)) };
  },
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const meant = checkBuilding(facts.compounds);
    if (!meant.ok) return meant;
    const { householdId, title } = facts;
    if (householdId === null) return refuse('no_such_door', undefined, { door: 'no_such_door' });
    const [row] = await db
      .insert(depicted)
      .values({
        communityId,
        pictureId: facts.id,
        householdId,
        people: input.people,
        namedBy: personOf(actor) ?? 0,
        at: now,
      })
      .returning({ id: depicted.id });
    if (!row) return refuse('unknown');
    await writeLetters(scope, letters.depicted_asked, [
      { to: { household: householdId }, no: row.id, detail: { title, people: input.people } },
    ]);
    return {
      ok: true,
      value: { depicted: row.id, occasion: facts.occasion },
      leaf: { subject: `picture/${facts.id}`, content: { depicted: row.id } },
      changed: [],
    };
  },
});

export const dropDepicted = command({
  act: acts.dropDepicted,
  input: dropInput,
  facts: lockDepicted,
  run: async (scope) => {
    const { db, communityId, facts } = scope;
    await endNews(scope, { about: 'depicted', numbers: [facts.id] });
    await db.delete(depicted).where(and(eq(depicted.communityId, communityId), eq(depicted.id, facts.id)));
    return {
      ok: true,
      value: { occasion: facts.shown.occasion },
      leaf: { subject: `picture/${facts.shown.id}`, content: { depicted: facts.id, dropped: true } },
      changed: [],
    };
  },
});

type Said = Pick<typeof depicted.$inferInsert, 'answeredBy' | 'recorderId' | 'witness'> & { answer: 'yes' | 'no' };

/** What a home says: with a no the picture comes down at once, and is looked at anew before it hangs again. */
async function take({ db, communityId, now }: Pick<Scope, 'db' | 'communityId' | 'now'>, of: Locked, said: Said) {
  const { shown } = of;
  const down = said.answer === 'no' && shown.onBoard;
  if (down)
    await db
      .update(picture)
      .set({ onBoard: false, lookedAtAt: null, lookedAtBy: null })
      .where(and(eq(picture.communityId, communityId), eq(picture.id, shown.id)));
  await db
    .update(depicted)
    .set({ answeredBy: null, recorderId: null, witness: '', ...said, answeredAt: now })
    .where(and(eq(depicted.communityId, communityId), eq(depicted.id, of.id)));
  return {
    ok: true as const,
    value: { depicted: of.id },
    leaf: { subject: `picture/${shown.id}`, content: { depicted: of.id, answer: said.answer } },
    changed: down ? ['programmes'] : [],
  };
}

export const answerDepicted = command({
  act: acts.answerDepicted,
  input: answerInput,
  facts: lockDepicted,
  run: async ({ actor, input, facts, ...scope }) => {
    const by = personOf(actor);
    const may = checkAnswer(input.answer, by, facts);
    return may.ok ? take(scope, facts, { answer: input.answer, answeredBy: by }) : may;
  },
});

/** At the door: the home has a letter of what was written down. */
export const recordDepicted = command({
  act: acts.recordDepicted,
  input: recordInput,
  facts: lockDepicted,
  run: async ({ actor, input, facts, ...scope }) => {
    const { answer, witness } = input;
    const knocked = await checkKnocked(scope, { household: facts.householdId, channel: 'door' });
    if (!knocked.ok) return knocked;
    const may = checkAnswer(answer, null, facts);
    if (!may.ok) return may;
    const heard = checkHeard(answer, witness);
    if (!heard.ok) return heard;
    await writeLetters(scope, letters.depicted_recorded, [
      { to: { household: facts.householdId }, no: facts.id, detail: { title: facts.shown.title, answer } },
    ]);
    return take(scope, facts, { answer, witness, recorderId: personOf(actor) });
  },
});
