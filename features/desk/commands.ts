import { and, eq, gt, inArray } from 'drizzle-orm';
import { letter } from '@/db/schema/letters';
import { letters } from '@/features/letters/letters';
import { writeLetters } from '@/features/letters/moves';
import { shanghaiDate, startOfDay } from '@/lib/calendar';
import { command } from '@/lib/gate';
import * as acts from './acts';
import { tellInput } from './input';
import { tellAgain } from './rules';

/** One letter a day at most, of what came to whoever holds an office; news until the next one may come. */
export const tellDuties = command({
  act: acts.tellDuties,
  input: tellInput,
  facts: async ({ communityId }) => ({ communityId }),
  run: async ({ db, communityId, now, input }) => {
    const today = await db
      .select({ person: letter.personId })
      .from(letter)
      .where(
        and(
          ...[eq(letter.communityId, communityId), eq(letter.kind, letters.duties.kind)],
          gt(letter.at, startOfDay(shanghaiDate(now))),
          inArray(
            letter.personId,
            input.told.map(({ person }) => person),
          ),
        ),
      );
    const told = input.told.filter(({ person }) => !today.some((one) => one.person === person));
    await writeLetters(
      { db, communityId, now },
      letters.duties,
      told.map(({ person, ...detail }) => ({
        to: { person },
        no: 0,
        detail,
        until: tellAgain(now),
      })),
    );
    return {
      ok: true,
      value: { told: told.length },
      leaf: { subject: 'letters', content: { told: told.length } },
      changed: [],
    };
  },
});
