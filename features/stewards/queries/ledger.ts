import { sql } from 'drizzle-orm';
import type { ShiftPart, StewardKind } from '@/db/words/stewards';
import { calendarMonth, type Day, isMonth, shanghaiDate } from '@/lib/calendar';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { maySeeTeam } from '../policy';

/** So many months with turns are named, and so many turns of one stand on paper. */
const MONTHS = 12;
export const MOST = 1000;

export interface LedgerTurn {
  day: Day;
  part: ShiftPart;
  /** Who is on duty, and whose turn it was; null: nobody. */
  name: string | null;
  planned: string;
  kind: StewardKind;
  stoodIn: boolean;
  minutes: number | null;
}

/** The rota of one month with the hours that were written down, for those who see the team. */
export const turnLedger = query({
  name: 'stewards.ledger',
  allow: (who, _: { month: string | null }) => maySeeTeam(who),
  read: async (scope, asked) => {
    const { communityId, now } = scope;
    const known = await rows<string>(
      scope,
      sql`select to_json(x.month) as view from (select distinct to_char(d.day, 'YYYY-MM') as month from duty_shift d
        where d.community_id = ${communityId}) x order by x.month desc limit ${MONTHS}`,
    );
    const current = shanghaiDate(now).slice(0, 7);
    const months = [...new Set([...known, current])].sort().reverse();
    const month = asked.month !== null && isMonth(asked.month) ? asked.month : current;
    const { from, to } = calendarMonth(month);
    const turns = await rows<LedgerTurn>(
      scope,
      sql`select json_build_object('day', d.day, 'part', d.part, 'name', p.name, 'planned', coalesce(q.name, ''),
          'kind', coalesce(s.kind, w.kind), 'stoodIn', d.stand_in_id is not null, 'minutes', d.minutes) as view
        from duty_shift d join steward w on w.community_id = d.community_id and w.id = d.steward_id
          join person q on q.id = w.person_id
          left join steward s on s.community_id = d.community_id and s.id = d.on_duty_id left join person p on p.id = s.person_id
        where d.community_id = ${communityId} and d.day >= ${shanghaiDate(from)}::date and d.day < ${shanghaiDate(to)}::date
        order by d.day, array_position(array['morning', 'afternoon', 'evening'], d.part), d.id limit ${MOST}`,
    );
    return { month, months, turns };
  },
});
