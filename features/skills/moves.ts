import { and, eq, isNull } from 'drizzle-orm';
import { helpCall, helper, skill } from '@/db/schema/skills';
import { shanghaiDate } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { callState } from './rules';

type Here = Pick<Scope, 'db' | 'communityId' | 'now'>;

/** What somebody offers, held. */
export async function lockSkill({ db, communityId }: Here, no: number) {
  const [row] = await db
    .select()
    .from(skill)
    .where(and(eq(skill.communityId, communityId), eq(skill.no, no)))
    .for('update');
  return row && { ...row, takenBack: row.takenBackAt !== null };
}

const coming = (communityId: number, call: number) =>
  and(eq(helper.communityId, communityId), eq(helper.callId, call), isNull(helper.leftAt));

/** A call for help by its number or its row, held, with how many have said that they come. */
export async function lockCall({ db, communityId, now }: Here, which: { no: number } | { id: number }) {
  const is = 'no' in which ? eq(helpCall.no, which.no) : eq(helpCall.id, which.id);
  const [row] = await db
    .select()
    .from(helpCall)
    .where(and(eq(helpCall.communityId, communityId), is))
    .for('update');
  if (!row) return undefined;
  const today = shanghaiDate(now);
  const stands = { day: row.day, thanked: row.thankedAt !== null, cancelled: row.cancelledAt !== null };
  return {
    ...row,
    state: callState(stands, today),
    begun: row.day <= today,
    helpers: await db.$count(helper, coming(communityId, row.id)),
  };
}

/** Whoever said that they come, with their call, both held. */
export async function lockHelper(scope: Here, id: number) {
  const { db, communityId } = scope;
  const is = and(eq(helper.communityId, communityId), eq(helper.id, id));
  const [found] = await db.select({ call: helper.callId }).from(helper).where(is);
  const call = found && (await lockCall(scope, { id: found.call }));
  const [row] = call ? await db.select().from(helper).where(is).for('update') : [];
  return (
    row &&
    call && { ...call, helper: row.id, personId: row.personId, householdId: row.householdId, left: row.leftAt !== null }
  );
}

/** Those who come, as letters name them. */
export const helpersOf = ({ db, communityId }: Here, call: number) =>
  db.select({ person: helper.personId }).from(helper).where(coming(communityId, call));
