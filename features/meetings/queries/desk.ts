import { type SQL, sql } from 'drizzle-orm';
import { buildingNamed } from '@/features/people/facts';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { agendaOf, comingTo, homeJoins, homeOf, itemsOf, presentOf, toldOf } from '../facts';
import { maySeeMeetings } from '../policy';
import { DISCUSSED_IN } from '../rules';
import type { Corrected, Item, Listed, Told } from './board';

const PAGE = 20;

export interface DeskListed extends Listed {
  invited: number;
  coming: number;
  present: number;
  unanswered: number;
}

const invitedOf = sql`(select count(*)::int from meeting_invited x where x.community_id = m.community_id and x.meeting_id = m.id)`;
const unansweredOf = sql`(select count(*)::int from meeting_correction x
  where x.community_id = m.community_id and x.meeting_id = m.id and x.outcome is null)`;

/** How many have said that they come, at the time at which it is called. */
const comingOf = sql`(select count(*)::int from meeting_coming x where x.community_id = m.community_id and x.meeting_id = m.id
  and x.withdrawn_at is null and x.said_for = m.starts_at)`;

const counts = sql`'invited', ${invitedOf}, 'coming', ${comingOf}, 'present', ${presentOf}, 'unanswered', ${unansweredOf}`;

/** All meetings, the latest first. */
export const deskMeetings = query({
  name: 'meetings.desk',
  allow: (who, _: { after: number | null }) => maySeeMeetings(who),
  read: async (scope, { after }) => {
    const since =
      after === null
        ? sql``
        : sql`and (m.starts_at, m.no) <= (select x.starts_at, x.no from meeting x
            where x.community_id = ${scope.communityId} and x.no = ${after})`;
    const read = await rows<DeskListed>(
      scope,
      sql`select json_build_object(${toldOf}, 'agenda', ${agendaOf}, ${counts}) as view from meeting m
        where m.community_id = ${scope.communityId} ${since} order by m.starts_at desc, m.no desc limit ${PAGE + 2}`,
    );
    const found = pageAfter(read, after, { size: PAGE, key: ({ no }) => no });
    return found && { meetings: found.page, next: found.next, now: scope.now };
  },
});

export interface DeskCorrection extends Corrected {
  words: string;
  /** Whose it is, at the desk. */
  entrance: number;
  door: string;
  building: string;
}

interface ComingHome {
  household: number;
  building: string;
  entrance: number;
  door: string;
}

/** One meeting at the desk: who comes; its agenda with the minutes as they stand, and what those who were there want put right. */
export const deskMeeting = query({
  name: 'meetings.desk_one',
  allow: (who, _: { no: number }) => maySeeMeetings(who),
  read: async (scope, { no }) => {
    const [one] = await rows<
      Told & {
        items: Item[];
        corrections: DeskCorrection[];
        homes: ComingHome[];
        invited: number;
        coming: number;
        present: number;
        unanswered: number;
      }
    >(
      scope,
      sql`select json_build_object(${toldOf}, 'items', ${itemsOf}, ${counts},
          'homes', coalesce((select json_agg(json_build_object(${homeOf}) order by length(b.name), b.name, e.no, length(u.door), u.door)
            from household h ${homeJoins} where h.community_id = m.community_id and ${comingTo(sql`h.id`)}), '[]'::json),
          'corrections', coalesce((select json_agg(json_build_object('no', c.no, 'position', i.position, 'words', c.words,
              'on', c.at, 'outcome', c.outcome, 'answer', c.answer, ${homeOf}) order by c.no)
            from meeting_correction c join meeting_item i on i.community_id = c.community_id and i.id = c.item_id
              join household h on h.community_id = c.community_id and h.id = c.household_id ${homeJoins}
            where c.community_id = m.community_id and c.meeting_id = m.id), '[]'::json)) as view
        from meeting m where m.community_id = ${scope.communityId} and m.no = ${no}`,
    );
    return one && { ...one, now: scope.now };
  },
});

const options = <T>({ communityId: _, ...scope }: Scope, statement: SQL) => rows<T>(scope, statement);

/** What a meeting may be about, and whom it may concern. */
export const newMeeting = query({
  name: 'meetings.new',
  allow: (who, _: Record<never, never>) => maySeeMeetings(who),
  read: async (scope) => {
    const c = scope.communityId;
    const states = sql.param([...DISCUSSED_IN]);
    const proposals = await options<{ no: number; title: string; groups: { id: number; name: string }[] }>(
      scope,
      sql`select json_build_object('no', p.no, 'title', p.title, 'groups', coalesce((select json_agg(json_build_object(
            'id', g.id, 'name', g.name) order by g.position) from affected_group g
          where g.community_id = p.community_id and g.proposal_id = p.id), '[]'::json)) as view
        from proposal p where p.community_id = ${c} and p.no is not null and p.state = any (${states}::text[])
        order by p.no desc limit 60`,
    );
    const entrances = await options<{ id: number; building: string; no: number }>(
      scope,
      sql`select json_build_object('id', e.id, 'building', ${buildingNamed('b')}, 'no', e.no) as view
        from entrance e join building b on b.community_id = e.community_id and b.id = e.building_id
        where e.community_id = ${c} order by length(b.name), b.name, b.compound_id, e.no`,
    );
    return { proposals, entrances };
  },
});

/** Whether there is a meeting tomorrow of which nobody has been reminded. */
export const isSoon = query({
  name: 'meetings.soon',
  allow: (who, _: Record<never, never>) => who.kind === 'system',
  read: async ({ communityId, now, ...scope }) => {
    const day = addDays(shanghaiDate(now), 1);
    const found = await rows<number>(
      scope,
      sql`select to_json(m.no) as view from meeting m where m.community_id = ${communityId} and m.cancelled_at is null
        and m.reminded_at is null and m.starts_at >= ${startOfDay(day).toISOString()}::timestamptz
        and m.starts_at < ${startOfDay(addDays(day, 1)).toISOString()}::timestamptz limit 1`,
    );
    return found.length > 0;
  },
});
