import { and, eq, inArray, sql } from 'drizzle-orm';
import { meeting, meetingInvited, meetingItem } from '@/db/schema/meetings';
import { proposal } from '@/db/schema/proposals';
import { endNews } from '@/features/letters/moves';
import { checkSpan } from '@/features/programmes/rules';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { nextNumber } from '@/lib/numbers';
import { allWrong, ok, refuse } from '@/lib/result';
import * as acts from '../acts';
import { callInput, cancelInput, meetingShown, moveInput } from '../input';
import { letters } from '../letters';
import { changedWith, itemsHeld, lockMeeting, saidOf, writeToInvited } from '../moves';
import { DISCUSSED_IN } from '../rules';

/** What is to be talked over, in the order in which it was put. */
async function agenda({ db, communityId }: Scope, numbers: readonly number[]) {
  const wanted = [...new Set(numbers)];
  const found = await db
    .select({ id: proposal.id, no: proposal.no })
    .from(proposal)
    .where(
      and(
        ...[eq(proposal.communityId, communityId), inArray(proposal.no, wanted)],
        inArray(proposal.state, [...DISCUSSED_IN]),
      ),
    );
  return wanted.flatMap((no) => found.find((one) => one.no === no) ?? []);
}

/** Who lives at these entrances or in these affected groups: as the group was fixed, or where its places are. */
const invite = (
  { db, communityId }: Scope,
  meetingId: number,
  { groups, entrances }: { groups: number[]; entrances: number[] },
) =>
  db.execute(sql`insert into ${meetingInvited} (community_id, meeting_id, household_id)
  select h.community_id, ${meetingId}, h.id from household h where h.community_id = ${communityId} and (
    h.entrance_id = any (${sql.param(entrances)}::int[])
    or exists (select from group_household g where g.community_id = h.community_id and g.household_id = h.id
      and g.group_id = any (${sql.param(groups)}::int[]))
    or exists (select from group_place g join affected_group a on a.community_id = g.community_id and a.id = g.group_id
      where g.community_id = h.community_id and a.households is null and g.group_id = any (${sql.param(groups)}::int[])
        and g.building_id = h.building_id and (g.entrance_id is null or g.entrance_id = h.entrance_id)))`);

/** 召集: whom it concerns is written to at once. */
export const callMeeting = command({
  act: acts.callMeeting,
  input: callInput,
  facts: async () => ({}),
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { title, place, words, startsAt, minutes, groups, entrances } = input;
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    const items = await agenda(scope, input.proposals);
    const discussed = items.length === new Set(input.proposals).size;
    const wrong = allWrong([
      checkSpan({ startsAt, endsAt }, now),
      checkWritten({ title, place, words }),
      discussed ? ok() : refuse('not_discussed_now', undefined, { proposals: 'not_discussed_now' }),
    ]);
    if (wrong) return { ok: false, refusal: wrong };
    const no = await nextNumber(db, communityId, 'meeting');
    const row = { communityId, no, title, place, words, startsAt, endsAt, calledBy: personOf(actor) ?? 0, at: now };
    const [made] = await db.insert(meeting).values(row).returning({ id: meeting.id });
    if (!made) return refuse('unknown');
    await db
      .insert(meetingItem)
      .values(items.map(({ id }, at) => ({ communityId, meetingId: made.id, position: at + 1, proposalId: id })));
    const { rowCount } = await invite(scope, made.id, { groups, entrances });
    if (!rowCount) return refuse('nobody_invited', undefined, { groups: 'nobody_invited' });
    const held = { ...row, id: made.id };
    await writeToInvited(scope, held, { sort: letters.meeting_called, detail: saidOf(held), until: startsAt });
    return {
      ok: true,
      value: { meeting: no, invited: rowCount },
      leaf: {
        subject: `meeting/${no}`,
        content: {
          title,
          place,
          words,
          starts: startsAt.toISOString(),
          minutes,
          proposals: input.proposals,
          invited: rowCount,
        },
      },
      changed: changedWith(items.map(({ no: of }) => ({ proposal: of ?? 0 }))),
    };
  },
});

const lock = (scope: Scope, input: { meeting: number }) => lockMeeting(scope, input.meeting);

/** 改期: it lasts as long as before. */
export const moveMeeting = command({
  act: acts.moveMeeting,
  input: moveInput,
  facts: lock,
  shown: ({ facts }) => meetingShown(facts),
  run: async (scope) => {
    const { db, communityId, now, input, facts } = scope;
    const { startsAt, reason } = input;
    if (startsAt.getTime() === facts.startsAt.getTime()) return refuse('nothing_changed');
    const endsAt = new Date(startsAt.getTime() + facts.endsAt.getTime() - facts.startsAt.getTime());
    const wrong = allWrong([checkSpan({ startsAt, endsAt }, now), checkWritten({ reason })]);
    if (wrong) return { ok: false, refusal: wrong };
    await db
      .update(meeting)
      .set({ startsAt, endsAt, movedFrom: facts.startsAt, moveReason: reason, remindedAt: null })
      .where(and(eq(meeting.communityId, communityId), eq(meeting.id, facts.id)));
    const told = await writeToInvited(scope, facts, {
      sort: letters.meeting_moved,
      detail: { ...saidOf({ ...facts, startsAt }), was: facts.startsAt.toISOString(), reason },
      until: startsAt,
    });
    return {
      ok: true,
      value: { meeting: facts.no, told },
      leaf: { subject: `meeting/${facts.no}`, content: { starts: startsAt.toISOString(), reason } },
      changed: changedWith(await itemsHeld(scope, facts.id)),
    };
  },
});

/** 不开了. */
export const cancelMeeting = command({
  act: acts.cancelMeeting,
  input: cancelInput,
  facts: lock,
  shown: ({ facts }) => meetingShown(facts),
  run: async (scope) => {
    const { db, communityId, now, input, facts } = scope;
    const free = checkWritten({ reason: input.reason });
    if (!free.ok) return free;
    await db
      .update(meeting)
      .set({ cancelledAt: now, cancelReason: input.reason })
      .where(and(eq(meeting.communityId, communityId), eq(meeting.id, facts.id)));
    await endNews(scope, { about: 'meeting', numbers: [facts.no] });
    const told = await writeToInvited(scope, facts, {
      sort: letters.meeting_cancelled,
      detail: { ...saidOf(facts), reason: input.reason },
    });
    return {
      ok: true,
      value: { meeting: facts.no, told },
      leaf: { subject: `meeting/${facts.no}`, content: { state: 'cancelled', reason: input.reason } },
      changed: changedWith(await itemsHeld(scope, facts.id)),
    };
  },
});
