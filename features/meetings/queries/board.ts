import { type SQL, sql } from 'drizzle-orm';
import type { CorrectionOutcome } from '@/db/words/meetings';
import { addDays, type Day, shanghaiDate, startOfDay } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { agendaOf, itemsOf, toldOf } from '../facts';
import { meetingState, type Stands } from '../rules';

const PAGE = 20;

/** A meeting as anybody reads of it. */
export interface Told {
  no: number;
  title: string;
  place: string;
  words: string;
  startsAt: string;
  endsAt: string;
  movedFrom: string | null;
  moveReason: string;
  cancelledAt: string | null;
  cancelReason: string;
  minutedAt: string | null;
  correctUntil: string | null;
  fixedAt: string | null;
}
export interface Listed extends Told {
  agenda: { proposal: number; title: string }[];
}
export interface Promised {
  position: number;
  what: string;
  who: string;
  dueOn: Day;
  doneOn: Day | null;
  note: string;
}
export interface Item {
  position: number;
  proposal: number;
  title: string;
  version: number;
  /** How often it was put right. */
  changed: number;
  said: string;
  decided: string;
  promises: Promised[];
}
export interface Corrected {
  no: number;
  position: number;
  words: string | null;
  building: string | null;
  on: string;
  outcome: CorrectionOutcome | null;
  answer: string;
}
interface Whole extends Told {
  items: Item[];
  corrections: Corrected[];
  present: number | null;
  invited: number | null;
  hash: string | null;
}

const when = (text: string | null) => (text === null ? null : new Date(text));

/** For the rules. */
export const standsOf = (of: Told): Stands => ({
  startsAt: new Date(of.startsAt),
  endsAt: new Date(of.endsAt),
  cancelledAt: when(of.cancelledAt),
  minutedAt: when(of.minutedAt),
  correctUntil: when(of.correctUntil),
  fixedAt: when(of.fixedAt),
});

export const stateOf = (of: Told, now: Date) => meetingState(standsOf(of), now);

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** The next moment at which one of them stands otherwise by the clock alone. */
export const meetingsTurn = (found: readonly Told[], now: Date): Date | null => {
  const all = found
    .flatMap((one) => [one.startsAt, one.endsAt, one.correctUntil])
    .flatMap((text) => (text === null ? [] : [new Date(text)]))
    .filter((at) => at > now);
  return all.length > 0 ? new Date(Math.min(...all.map(Number))) : null;
};

const listed = ({ communityId, ...scope }: Scope, which: SQL, order: SQL, limit: number) =>
  rows<Listed>(
    scope,
    sql`select json_build_object(${toldOf}, 'agenda', ${agendaOf}) as view from meeting m
      where m.community_id = ${communityId} and ${which} order by ${order} limit ${limit}`,
  );

/** Those to come, the next first, and a page of those that were, the last first. */
export const boardMeetings = boardQuery({
  name: 'meetings.board',
  read: async (scope, { after = null }: { after?: number | null }) => {
    const { now, communityId } = scope;
    const coming =
      after === null ? await listed(scope, sql`m.ends_at > ${moment(now)}`, sql`m.starts_at, m.no`, PAGE) : [];
    const since =
      after === null
        ? sql``
        : sql`and (m.starts_at, m.no) <= (select x.starts_at, x.no from meeting x
            where x.community_id = ${communityId} and x.no = ${after})`;
    const read = await listed(
      scope,
      sql`m.ends_at <= ${moment(now)} ${since}`,
      sql`m.starts_at desc, m.no desc`,
      PAGE + 2,
    );
    const found = pageAfter(read, after, { size: PAGE, key: ({ no }) => no });
    if (!found) return undefined;
    return { coming, held: found.page, next: found.next, now, turnsAt: meetingsTurn([...coming, ...found.page], now) };
  },
  shows: () => ['meetings'],
});

/** One meeting: what is to be talked over; then what was said, what was put right, and what was promised. */
export const boardMeeting = boardQuery({
  name: 'meetings.one',
  read: async (scope, { no }: { no: number }) => {
    const { communityId, now } = scope;
    const [found] = await rows<Whole>(
      scope,
      sql`select json_build_object(${toldOf}, 'items', ${itemsOf}, 'present', m.present, 'invited', m.invited,
          'hash', m.hash, 'corrections', coalesce((select json_agg(json_build_object('no', c.no, 'position', i.position,
              'words', c.words, 'building', c.building, 'on', c.at, 'outcome', c.outcome, 'answer', c.answer) order by c.no)
            from meeting_correction c join meeting_item i on i.community_id = c.community_id and i.id = c.item_id
            where c.community_id = m.community_id and c.meeting_id = m.id), '[]'::json)) as view
        from meeting m where m.community_id = ${communityId} and m.no = ${no}`,
    );
    if (!found) return undefined;
    const { nameZh, nameEn } = scope.community;
    return { ...found, nameZh, nameEn, today: shanghaiDate(now), now, turnsAt: meetingsTurn([found], now) };
  },
  shows: () => ['meetings'],
});

/** From two months back, for calendars and sheets of a month; `from`, `to`: days. */
export const boardMeetingDays = boardQuery({
  name: 'meetings.days',
  read: async (scope, { from, to }: { from?: Day; to?: Day }) => {
    const since = startOfDay(from ?? addDays(shanghaiDate(scope.now), -60));
    const until = to ? sql`and m.starts_at < ${moment(startOfDay(to))}` : sql``;
    const found = await listed(scope, sql`m.starts_at >= ${moment(since)} ${until}`, sql`m.starts_at, m.no`, 200);
    return { meetings: found, now: scope.now, turnsAt: meetingsTurn(found, scope.now) };
  },
  shows: () => ['meetings'],
});
