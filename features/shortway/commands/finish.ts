import { and, eq, max } from 'drizzle-orm';
import { picture } from '@/db/schema/pictures';
import { shortPlace, shortWay } from '@/db/schema/shortway';
import { endNews } from '@/features/letters/moves';
import { keepPicture, pictureHash } from '@/features/pictures/moves';
import { step, tellAuthors } from '@/features/proposals/moves';
import { openLegalGates } from '@/features/proposals/moves/gates';
import { personOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { againInput, answerInput, doneShown, finishInput } from '../input';
import { letters } from '../letters';
import { lockShort, running } from '../moves';
import { checkDone, stateAfter } from '../rules';

/** What stands below the picture. */
const DONE = '办好以后';

/** Row sd: done, with the day and a picture that is looked at before it hangs; whoever asked for it is asked once. */
export const finishShort = command({
  act: acts.finishShort,
  input: finishInput,
  facts: lockShort,
  run: async ({ db, community, communityId, now, actor, input, facts: { row, short } }) => {
    const { photo, doneOn, note } = input;
    if (!photo) return refuse('not_pictured', undefined, { photo: 'not_pictured' });
    const may = checkDone(doneOn, short?.hangsUntil ?? now, now);
    if (!may.ok) return may;
    const doneBy = personOf(actor) ?? 0;
    await db.update(shortWay).set({ doneOn, note, doneBy, doneAt: now }).where(running(row));
    const of = { communityId, subject: 'proposal' as const, subjectId: row.id };
    const [have] = await db
      .select({ last: max(picture.position) })
      .from(picture)
      .where(and(eq(picture.communityId, communityId), eq(picture.subject, of.subject), eq(picture.subjectId, row.id)));
    await keepPicture(db, { ...of, position: (have?.last ?? 0) + 1, caption: DONE }, photo, { by: doneBy, now });
    await tellAuthors({ db, now }, row, letters.short_done, { title: row.title });
    const done = await step({ db, community, now, actor }, row, 'short_done', { to: 'completed', detail: { doneOn } });
    return { ...done, leaf: { ...done.leaf, content: { ...done.leaf.content, note, photo: pictureHash(photo) } } };
  },
});

/** Rows sv and sr: asked once; who is not reached is rung again. What is not good is done again. */
export const answerShort = command({
  act: acts.answerShort,
  input: answerInput,
  facts: lockShort,
  shown: ({ facts }) => doneShown(facts),
  run: async ({ db, community, communityId, now, actor, input, facts: { row, no, short } }) => {
    const { answer, words } = input;
    if (answer === 'not_reached' && actor.as !== 'staff') return refuse('invalid', undefined, { answer: 'choose_one' });
    if (answer === 'not_good' && words === '') return refuse('invalid', undefined, { words: 'required' });
    const to = stateAfter(answer, short?.doneAt ?? now, now);
    if (to === null) return step({ db, community, now, actor }, row, 'short_tried');
    await db
      .update(shortWay)
      .set({ answer, answerWords: words, answeredBy: personOf(actor), answeredAt: now })
      .where(running(row));
    await endNews({ db, communityId, now }, { about: 'proposal', numbers: [no] });
    const done = await step({ db, community, now, actor }, row, `short_${answer}`, { to });
    return { ...done, leaf: { ...done.leaf, content: { ...done.leaf.content, words } } };
  },
});

/** The same once more, as it hung: what was done and what was said of it stay with the first. */
async function beginAnew(db: Database, over: typeof shortWay.$inferSelect): Promise<void> {
  const { communityId, id: _id, endedAt: _ended, ...hung } = over;
  const undone = { doneOn: null, doneBy: null, doneAt: null, note: '' };
  const unasked = { answer: null, answerWords: '', answeredBy: null, answeredAt: null };
  const [again] = await db
    .insert(shortWay)
    .values({ communityId, ...hung, ...undone, ...unasked })
    .returning({ id: shortWay.id });
  const places = await db
    .select()
    .from(shortPlace)
    .where(and(eq(shortPlace.communityId, communityId), eq(shortPlace.shortId, over.id)));
  if (again) await db.insert(shortPlace).values(places.map((one) => ({ ...one, shortId: again.id })));
}

/** Rows sa and sf: done again, or talked over with everybody. */
export const doAgain = command({
  act: acts.doAgain,
  input: againInput,
  facts: lockShort,
  run: async ({ db, community, now, actor, input: { reason, to }, facts: { row } }) => {
    const [over] = await db.update(shortWay).set({ endedAt: now }).where(running(row)).returning();
    if (to === 'short' && over) await beginAnew(db, over);
    if (to === 'scoping') await openLegalGates(db, row);
    return step({ db, community, now, actor }, row, `short_again_${to}`, { to, reason });
  },
});
