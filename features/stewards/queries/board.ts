import { sql } from 'drizzle-orm';
import type { ShiftPart, StewardKind } from '@/db/words/stewards';
import { addDays, type Day, shanghaiDate } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { ROTA_DAYS } from '../rules';

/** Somebody of the team as the board calls them: empty, where they did not say how. */
export interface Called {
  kind: StewardKind;
  name: string;
}

export interface Building {
  id: number;
  building: string;
  entrances: number;
  covered: number;
  doors: (Called & { entrance: number })[];
}

export interface Turn {
  day: Day;
  part: ShiftPart;
  /** Null: nobody yet. */
  who: Called | null;
}

const turns = (scope: Pick<Scope, 'db' | 'communityId'>, from: Day, to: Day) =>
  rows<Turn>(
    scope,
    sql`select json_build_object('day', d.day, 'part', d.part, 'who', case when s.id is not null
          then json_build_object('kind', s.kind, 'name', s.shown_name) end) as view
      from duty_shift d left join steward s on s.community_id = d.community_id and s.id = d.on_duty_id
      where d.community_id = ${scope.communityId} and d.day >= ${from}::date and d.day < ${to}::date
      order by d.day, array_position(array['morning', 'afternoon', 'evening'], d.part), d.id`,
  );

/** Who is on duty today. */
export const todayShown = (scope: Scope) => {
  const today = shanghaiDate(scope.now);
  return turns(scope, today, addDays(today, 1));
};

/** 我的小管家是谁: by building and entrance, who is on duty today and in the days after, and where nobody is yet. */
export const boardStewards = boardQuery({
  name: 'stewards.board',
  read: async (scope, _: Record<never, never>) => {
    const { communityId: c, now } = scope;
    const today = shanghaiDate(now);
    const buildings = await rows<Building>(
      scope,
      sql`select json_build_object('id', r.building_id, 'building', r.building, 'entrances', r.entrances, 'covered', r.covered,
          'doors', coalesce((select json_agg(json_build_object('entrance', a.entrance_no, 'kind', s.kind, 'name', s.shown_name)
              order by a.entrance_no, s.id)
            from steward_area a join steward s on s.community_id = a.community_id and s.id = a.steward_id
            where a.community_id = r.community_id and a.building_id = r.building_id), '[]')) as view
        from steward_reach r where r.community_id = ${c} order by length(r.building), r.building, r.building_id`,
    );
    const rota = await turns(scope, today, addDays(today, ROTA_DAYS));
    return { buildings, rota, today };
  },
  shows: () => ['stewards'],
});
