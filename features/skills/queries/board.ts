import { type SQL, sql } from 'drizzle-orm';
import { addDays, type Day, shanghaiDate, startOfDay } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';

const PAGE = 30;
/** So many calls stand on a page, of those to come and of those that were. */
const CALLS = 12;

export interface Offered {
  no: number;
  what: string;
  times: string;
  whom: string;
}
export interface Called {
  no: number;
  title: string;
  words: string;
  place: string;
  day: Day;
  /** When that begins which it is for; null: for itself, or for a work. */
  startsAt: string | null;
  people: number;
  enough: boolean;
  thanks: string;
  thanked: boolean;
  cancelled: boolean;
  reason: string;
  /** Who agreed to be named. */
  names: string[];
  works: number | null;
  programme: number | null;
}

const called = ({ communityId, ...scope }: Scope, which: SQL, order: SQL, limit = CALLS) =>
  rows<Called>(
    scope,
    sql`select json_build_object('no', c.no, 'title', c.title, 'words', c.words, 'place', c.place, 'day', c.day,
        'startsAt', o.starts_at, 'people', c.people, 'enough', c.enough, 'thanks', c.thanks, 'thanked', c.thanked_at is not null,
        'cancelled', c.cancelled_at is not null, 'reason', c.cancel_reason, 'works', w.no, 'programme', p.no,
        'names', coalesce((select json_agg(h.shown_name order by h.id) from helper h
          where h.community_id = c.community_id and h.call_id = c.id), '[]')) as view
      from help_call c left join works w on w.community_id = c.community_id and w.id = c.works_id
        left join occasion o on o.community_id = c.community_id and o.id = c.occasion_id
        left join programme p on p.community_id = o.community_id and p.id = o.programme_id
      where c.community_id = ${communityId} and ${which} order by ${order} limit ${limit}`,
  );

/** What is over tomorrow, and who has moved away by then, is not there tomorrow. */
const untilTomorrow = (now: Date) => startOfDay(addDays(shanghaiDate(now), 1));

/** What neighbours can do and would do for others, without who; whom help is wanted from, and who was thanked. */
export const boardSkills = boardQuery({
  name: 'skills.board',
  read: async (scope, { after = null }: { after?: number | null }) => {
    const today = shanghaiDate(scope.now);
    const read = await rows<Offered>(
      scope,
      sql`select json_build_object('no', s.no, 'what', s.what, 'times', s.times, 'whom', s.whom) as view from skill s
        where s.community_id = ${scope.communityId} ${after === null ? sql`` : sql`and s.no <= ${after}`}
        order by s.no desc limit ${PAGE + 2}`,
    );
    const found = pageAfter(read, after, { size: PAGE, key: (row) => row.no });
    const first = after === null;
    return (
      found && {
        offered: found.page,
        next: found.next,
        open: first ? await called(scope, sql`c.day >= ${today}::date and c.thanked_at is null`, sql`c.day, c.no`) : [],
        thanked: first ? await called(scope, sql`c.thanked_at is not null`, sql`c.thanked_at desc`) : [],
        turnsAt: untilTomorrow(scope.now),
      }
    );
  },
  shows: () => ['skills'],
});

/** Whom help is wanted from, and who was thanked, for one work or one thing that is on. */
export const boardHelp = boardQuery({
  name: 'skills.help',
  read: async (scope, of: { works: number } | { programme: number }) => ({
    calls: await called(
      scope,
      sql`${'works' in of ? sql`w.no = ${of.works}` : sql`p.no = ${of.programme}`}
        and (c.thanked_at is not null or c.day >= ${shanghaiDate(scope.now)}::date)`,
      sql`(c.thanked_at is not null), c.day, c.no`,
    ),
    turnsAt: untilTomorrow(scope.now),
  }),
  shows: () => ['skills'],
});
