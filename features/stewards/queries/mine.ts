import { sql } from 'drizzle-orm';
import type { ShiftPart, StewardKind } from '@/db/words/stewards';
import { buildingNamed } from '@/features/people/facts';
import { addDays, type Day, shanghaiDate } from '@/lib/calendar';
import { personQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { endOfPart, ROTA_DAYS } from '../rules';

interface MyTurn {
  id: number;
  day: Day;
  part: ShiftPart;
  offered: boolean;
  offerWords: string;
  /** Somebody else's, whom this person stands in for or could. */
  others: boolean;
  standIn: boolean;
  today: boolean;
}

export interface Service {
  id: number;
  community: string;
  zh: string;
  en: string;
  kind: StewardKind;
  shownName: string;
  name: string;
  from: string;
  to: string | null;
  minutes: number;
  times: number;
  areas: { building: string; entrance: number }[];
  turns: MyTurn[];
}

/** Where this person belongs to the team or did, what they look after, their turns and those they could take, and their hours. */
export const myService = personQuery({
  name: 'stewards.mine',
  read: async ({ db, personId, now }, { community }: { community?: string }) => {
    const today = shanghaiDate(now);
    const found = await rows<Service>(
      { db },
      sql`select json_build_object('id', s.id, 'community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'kind', s.kind,
          'shownName', s.shown_name, 'name', coalesce(p.name, ''), 'from', s.from_at, 'to', s.to_at,
          'minutes', (select coalesce(sum(d.minutes), 0)::int from duty_shift d where d.community_id = s.community_id and d.on_duty_id = s.id),
          'times', (select count(d.minutes)::int from duty_shift d where d.community_id = s.community_id and d.on_duty_id = s.id),
          'areas', coalesce((select json_agg(json_build_object('building', ${buildingNamed('b')}, 'entrance', a.entrance_no)
              order by length(b.name), b.name, b.compound_id, a.entrance_no)
            from steward_area a join building b on b.community_id = a.community_id and b.id = a.building_id
            where a.community_id = s.community_id and a.steward_id = s.id and a.to_at is null), '[]'),
          'turns', case when s.to_at is not null then '[]' else coalesce((select json_agg(json_build_object('id', d.id,
              'day', d.day, 'part', d.part, 'offered', d.offered_at is not null, 'offerWords', d.offer_words,
              'others', d.steward_id <> s.id, 'standIn', d.stand_in_id is not null, 'today', d.day = ${today}::date) order by d.day, d.id)
            from duty_shift d where d.community_id = s.community_id and d.day >= ${today}::date
              and d.minutes is null and (s.id in (d.steward_id, d.stand_in_id) or d.offered_at is not null
                and d.stand_in_id is null and d.day < ${addDays(today, 2 * ROTA_DAYS)}::date)), '[]') end) as view
        from steward s join community c on c.id = s.community_id join person p on p.id = s.person_id
        where s.person_id = ${personId} ${community === undefined ? sql`` : sql`and c.slug = ${community}`}
        order by (s.to_at is not null), s.id desc`,
    );
    return found.map((one) => ({ ...one, turns: one.turns.filter((turn) => endOfPart(turn) > now) }));
  },
});
