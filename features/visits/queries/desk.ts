import { sql } from 'drizzle-orm';
import { mayGoRound } from '@/features/opinions/policy';
import { isDisowned } from '@/features/proposals/facts';
import { daysAfter, shanghaiDate } from '@/lib/calendar';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { asksForNone, lastMet, placed } from '../facts';
import { mayReadVisits } from '../policy';
import { UNSEEN_DAYS } from '../rules';
import { goesNoMore, planned, tasks } from './door';

interface Metre {
  entranceId: number;
  building: string;
  entrance: number;
  homes: number;
  met: number;
  /** Met at some time, and not within ninety days. */
  unseen: number;
  quiet: number;
  /** In rounds under way: so many of its homes are asked, each once a round, and so many were heard. */
  asked: number;
  heard: number;
}

/** 最后一米: how many homes of each entrance were met within ninety days; what is late, and what is needed. */
export const deskVisits = query({
  name: 'visits.desk',
  allow: (who, _: Record<never, never>) => mayReadVisits(who),
  read: async (scope) => {
    const { communityId, now } = scope;
    const today = shanghaiDate(now);
    const since = daysAfter(now, -UNSEEN_DAYS).toISOString();
    const moment = sql`${now.toISOString()}::timestamptz`;
    const inRounds = (more = sql``) => sql`(select count(*) from electorate l
      join round r on r.community_id = l.community_id and r.id = l.round_id
      where l.community_id = h.community_id and l.household_id = h.id and r.state = 'open' and r.opens_at <= ${moment}
        and r.closes_at > ${moment} ${more})`;
    const heard = sql`and (l.standing_opinion_id is not null or exists (select from opinion o
      where o.community_id = l.community_id and o.round_id = l.round_id and o.household_id = l.household_id
        and not ${isDisowned(sql`o`)}))`;
    const metres = await rows<Metre>(
      scope,
      sql`select json_build_object('entranceId', x.id, 'building', x.building, 'entrance', x.no, 'homes', count(*),
          'met', count(*) filter (where x.met > ${since}::timestamptz),
          'unseen', count(*) filter (where x.met <= ${since}::timestamptz), 'quiet', count(*) filter (where x.quiet),
          'asked', sum(x.asked)::int, 'heard', sum(x.heard)::int) as view
        from (select e.id, b.name as building, e.no, ${lastMet} as met, ${asksForNone} as quiet,
            ${inRounds()} as asked, ${inRounds(heard)} as heard
          from ${placed} where h.community_id = ${communityId}) x
        group by x.id, x.building, x.no order by length(x.building), x.building, x.no limit 500`,
    );
    return {
      today,
      metres,
      /** Whether the entrances are theirs to open. */
      goes: mayGoRound(scope.who),
      late: await planned(scope, sql`(v.planned_for < ${today}::date or ${goesNoMore(now)})`),
      needs: await tasks(scope, sql`true`, 100),
    };
  },
});
