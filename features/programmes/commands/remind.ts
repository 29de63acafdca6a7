import { and, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import { occasion, programme, signUp } from '@/db/schema/programmes';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { remindInput } from '../input';
import { letters } from '../letters';
import { saidOf, writeToGuests } from '../moves';

/** What is on tomorrow, by letter to who has a place: once for each date. */
export const remind = command({
  act: acts.remind,
  input: remindInput,
  facts: async ({ db, communityId, now }) => {
    const tomorrow = startOfDay(addDays(shanghaiDate(now), 1));
    const until = startOfDay(addDays(shanghaiDate(now), 2));
    return {
      soon: await db
        .select({
          id: occasion.id,
          no: occasion.no,
          startsAt: occasion.startsAt,
          title: programme.title,
          place: programme.place,
        })
        .from(occasion)
        .innerJoin(
          programme,
          and(eq(programme.communityId, occasion.communityId), eq(programme.id, occasion.programmeId)),
        )
        .where(
          and(
            eq(occasion.communityId, communityId),
            ...[gte(occasion.startsAt, tomorrow), lt(occasion.startsAt, until)],
            ...[isNull(occasion.cancelledAt), isNull(occasion.remindedAt)],
          ),
        )
        .for('update', { of: occasion }),
    };
  },
  run: async (scope) => {
    const { db, communityId, community, now, facts } = scope;
    let told = 0;
    for (const one of facts.soon) {
      told += await writeToGuests(scope, one, letters.occasion_soon, saidOf(one), sql`${signUp.state} = 'taken'`);
      await db
        .update(occasion)
        .set({ remindedAt: now })
        .where(and(eq(occasion.communityId, communityId), eq(occasion.id, one.id)));
    }
    const value = { occasions: facts.soon.length, told };
    return { ok: true, value, leaf: { subject: `community/${community.slug}`, content: value }, changed: [] };
  },
});
