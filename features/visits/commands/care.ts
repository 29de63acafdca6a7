import { and, eq } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { careNote } from '@/db/schema/visits';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { careInput, endCareInput, expireInput } from '../input';
import { letters } from '../letters';
import { goesThere, lapsed, livesThere, lockHome } from '../moves';
import { careUntil } from '../rules';

/** 单独同意后记下: apart, until a day, for one helper; whose it is has a letter that says so, and nothing of it. */
export const writeCare = command({
  act: acts.writeCare,
  input: careInput,
  facts: lockHome,
  run: async ({ input, facts: home, ...scope }) => {
    const { db, communityId, now, actor } = scope;
    const { householdId, entranceId } = home;
    const { consent, agreed, words, person } = input;
    if (person !== undefined && !(await livesThere(scope, householdId, person)))
      return refuse('not_at_home', undefined, { person: 'choose_one' });
    const helperId = input.helper ?? personOf(actor) ?? 0;
    if (!(await goesThere(scope, entranceId, helperId)))
      return refuse('not_theirs', undefined, { helper: 'not_theirs' });
    const until = careUntil(now);
    const row = { householdId, personId: person ?? null, words, consent, agreed, helperId, at: now, until };
    await db.insert(careNote).values({ communityId, ...row });
    if (person !== undefined)
      await writeLetters(scope, letters.care_written, [
        { to: { person }, no: householdId, detail: { until: shanghaiDate(until) } },
      ]);
    return {
      ok: true,
      value: { household: householdId },
      leaf: { subject: `care_note/${householdId}`, content: { consent } },
      changed: [],
    };
  },
});

async function lockCare({ db, communityId }: Scope, input: { note: number }) {
  const [row] = await db
    .select()
    .from(careNote)
    .where(and(eq(careNote.communityId, communityId), eq(careNote.id, input.note)))
    .for('update');
  if (!row) return undefined;
  const [home] = await db
    .select({ entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, row.householdId)));
  return home && { ...row, ...home, ended: row.endedAt !== null };
}

/** Taken back, or needed no longer: its words are gone at once. */
export const endCare = command({
  act: acts.endCare,
  input: endCareInput,
  facts: lockCare,
  run: async ({ db, communityId, now, facts: { id, householdId } }) => {
    await db
      .update(careNote)
      .set({ words: '', agreed: '', endedAt: now })
      .where(and(eq(careNote.communityId, communityId), eq(careNote.id, id)));
    return {
      ok: true,
      value: { household: householdId },
      leaf: { subject: `care_note/${householdId}`, content: { state: 'ended' } },
      changed: [],
    };
  },
});

/** Whatever was kept until a day that is over. */
export const expireCare = command({
  act: acts.expireCare,
  input: expireInput,
  facts: async () => ({}),
  run: async ({ db, community, communityId, now }) => {
    const gone = await db
      .update(careNote)
      .set({ words: '', agreed: '', endedAt: now })
      .where(and(eq(careNote.communityId, communityId), lapsed(now)));
    const value = { ended: gone.rowCount ?? 0 };
    return { ok: true, value, leaf: { subject: `community/${community.slug}`, content: value }, changed: [] };
  },
});
