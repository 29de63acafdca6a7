import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { attendance, meeting, meetingComing, meetingCorrection, meetingInvited } from '@/db/schema/meetings';
import { household } from '@/db/schema/people';
import { writeLetters } from '@/features/letters/moves';
import type { Scope } from '@/lib/gate';
import type { LetterSort } from '@/lib/letters';
import { comingTo, latest, spokeThere } from './facts';

type Here = Pick<Scope, 'db' | 'communityId' | 'now'>;

/** A meeting by its number, held until the transaction ends, with how many are invited. */
export async function lockMeeting({ db, communityId }: Pick<Here, 'db' | 'communityId'>, no: number) {
  const [row] = await db
    .select()
    .from(meeting)
    .where(and(eq(meeting.communityId, communityId), eq(meeting.no, no)))
    .for('update');
  if (!row) return undefined;
  const of = and(eq(meetingInvited.communityId, communityId), eq(meetingInvited.meetingId, row.id));
  return { ...row, invited: await db.$count(meetingInvited, of) };
}
export type Locked = NonNullable<Awaited<ReturnType<typeof lockMeeting>>>;

export interface ItemHeld {
  id: number;
  position: number;
  proposal: number;
  title: string;
  version: number;
  said: string;
  decided: string;
}

/** What is talked over, with the minutes that hold. */
export async function itemsHeld({ db, communityId }: Here, meetingId: number): Promise<ItemHeld[]> {
  const found = await db.execute<{ held: ItemHeld }>(
    sql`select json_build_object('id', i.id, 'position', i.position, 'proposal', p.no, 'title', p.title,
        'version', coalesce(w.version, 0), 'said', coalesce(w.said, ''), 'decided', coalesce(w.decided, '')) as held
      from meeting_item i join proposal p on p.community_id = i.community_id and p.id = i.proposal_id
        left join lateral ${latest} w on true
      where i.community_id = ${communityId} and i.meeting_id = ${meetingId} order by i.position`,
  );
  return found.rows.map(({ held }) => held);
}

const saidComing = (communityId: number, meetingId: number) => sql<boolean>`exists (select from meeting m
  where m.community_id = ${communityId} and m.id = ${meetingId} and ${comingTo(sql`household.id`)})`;

/** A meeting and one of its households, with whether it comes and whether it is on the list. */
export async function lockThere(scope: Scope, input: { meeting: number; household: number }) {
  const { db, communityId, who } = scope;
  const held = await lockMeeting(scope, input.meeting);
  if (!held) return undefined;
  const me = who.kind === 'person' ? who.personId : 0;
  const [home] = await db
    .select({
      householdId: household.id,
      entranceId: household.entranceId,
      there: sql<boolean>`exists (select from attendance a where a.community_id = ${communityId}
        and a.meeting_id = ${held.id} and a.household_id = household.id and a.struck_at is null)`,
      spoke: sql<boolean>`exists (select from meeting m where m.community_id = ${communityId} and m.id = ${held.id}
        and ${spokeThere(sql`m`, sql`household.id`)})`,
      coming: saidComing(communityId, held.id),
      livedThere: sql<boolean>`exists (select from residency r where r.community_id = ${communityId}
        and r.household_id = household.id and r.person_id = ${me} and r.to_at is null
        and r.from_at <= ${held.startsAt.toISOString()}::timestamptz)`,
    })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, input.household)));
  return home && { ...held, ...home };
}

/** Households by their ids, with the entrances they live at and whether they come; undefined where one is not of this community. */
export async function homesOf({ db, communityId }: Here, meetingId: number, ids: readonly number[]) {
  const wanted = [...new Set(ids)];
  const homes = await db
    .select({
      householdId: household.id,
      entranceId: household.entranceId,
      coming: saidComing(communityId, meetingId),
    })
    .from(household)
    .where(and(eq(household.communityId, communityId), inArray(household.id, wanted)))
    .orderBy(household.id);
  return homes.length === wanted.length && homes.length > 0 ? homes : undefined;
}

/** One matter on the agenda of a meeting, held with it. */
export async function lockItem(scope: Scope, input: { meeting: number; position: number }) {
  const held = await lockMeeting(scope, input.meeting);
  if (!held) return undefined;
  const item = (await itemsHeld(scope, held.id)).find(({ position }) => position === input.position);
  return item && { ...held, item };
}

/** What a letter about a meeting says. */
export const saidOf = ({ title, place, startsAt }: Pick<Locked, 'title' | 'place' | 'startsAt'>) => ({
  title,
  place,
  starts: startsAt.toISOString(),
});

interface Told<D> {
  sort: LetterSort<D>;
  detail: D;
  until?: Date;
}

/** A letter to every household that was invited. */
export async function writeToInvited<D extends object>(here: Here, held: Pick<Locked, 'id' | 'no'>, told: Told<D>) {
  const of = and(eq(meetingInvited.communityId, here.communityId), eq(meetingInvited.meetingId, held.id));
  const found = await here.db.select({ id: meetingInvited.householdId }).from(meetingInvited).where(of);
  return writeToEach(here, held, told, found);
}

/** The same to every household that was there. */
export async function writeToPresent<D extends object>(here: Here, held: Pick<Locked, 'id' | 'no'>, told: Told<D>) {
  const found = await here.db
    .select({ id: attendance.householdId })
    .from(attendance)
    .where(
      and(
        ...[eq(attendance.communityId, here.communityId), eq(attendance.meetingId, held.id)],
        isNull(attendance.struckAt),
      ),
    );
  return writeToEach(here, held, told, found);
}

/** The same to every household that comes at this time. */
export async function writeToComing<D extends object>(
  here: Here,
  held: Pick<Locked, 'id' | 'no' | 'startsAt'>,
  told: Told<D>,
) {
  const found = await here.db
    .select({ id: meetingComing.householdId })
    .from(meetingComing)
    .where(
      and(
        ...[eq(meetingComing.communityId, here.communityId), eq(meetingComing.meetingId, held.id)],
        ...[eq(meetingComing.saidFor, held.startsAt), isNull(meetingComing.withdrawnAt)],
      ),
    );
  return writeToEach(here, held, told, found);
}

async function writeToEach<D extends object>(
  here: Here,
  { no }: Pick<Locked, 'no'>,
  { sort, detail, until }: Told<D>,
  found: readonly { id: number }[],
) {
  await writeLetters(
    here,
    sort,
    found.map(({ id }) => ({ to: { household: id }, no, detail, ...(until && { until }) })),
  );
  return found.length;
}

/** The job that fixes the minutes when they may no longer be put right. */
export const fixing = (slug: string, { communityId, no }: { communityId: number; no: number }, runAt: Date) => ({
  task: 'meeting.fix',
  payload: { community: slug, meeting: no },
  runAt,
  key: `meeting.fix:${communityId}:${no}`,
});

/** Corrections nobody has answered. */
export const unanswered = ({ db, communityId }: Here, meetingId: number) =>
  db.$count(
    meetingCorrection,
    and(
      ...[eq(meetingCorrection.communityId, communityId), eq(meetingCorrection.meetingId, meetingId)],
      isNull(meetingCorrection.outcome),
    ),
  );

/** What changes on the board with a meeting: itself, the list, and what was talked over. */
export const changedWith = (items: readonly { proposal: number }[] = []) => [
  'meetings',
  ...items.map(({ proposal }) => `proposal/${proposal}`),
];
