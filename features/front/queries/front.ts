import { sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import { turnsAt } from '@/features/story/rules';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { homeOf, homeShows } from './home';

interface FrontRow {
  no: number;
  title: string;
  place: string;
  state: ProposalState;
  stateAt: string;
  /** Null: one household or two. */
  supporters: number | null;
  /** Cases that want it, and cases that fear it. */
  for: number;
  against: number;
  round: { no: number; k: number; version: number; closesAt: string } | null;
  notice: { to: string } | null;
  /** A small thing hangs until then. */
  short: { to: string } | null;
  /** Alternatives are asked about until then. */
  comparison: { to: string } | null;
  resolution: { no: number; signedAt: string } | null;
  works: {
    no: number;
    contractor: string;
    done: number;
    of: number;
    next: string | null;
    nextOn: string | null;
  } | null;
}

/** What the community's front page tells, last moved first: the sixty proposals in which something is going on; what is open shows how many of its days are over. */
export const boardFront = boardQuery({
  name: 'story.front',
  read: async (scope, _: Record<never, never>) => {
    const found = await rows<FrontRow>(
      scope,
      sql`select json_build_object('no', p.no, 'title', p.title, 'place', p.place, 'state', p.state, 'stateAt', p.state_at,
        'supporters', p.supporters,
        'for', (select count(*) from case_link l where l.community_id = p.community_id and l.proposal_id = p.id
          and l.side = 'for'),
        'against', (select count(*) from case_link l where l.community_id = p.community_id and l.proposal_id = p.id
          and l.side = 'against'),
        'round', (select json_build_object('no', r.no, 'k', r.k, 'version', r.plan_version, 'closesAt', r.closes_at)
          from round r where r.community_id = p.community_id and r.proposal_id = p.id and r.state = 'open'
            and r.closes_at > ${scope.now.toISOString()} order by r.k desc limit 1),
        'notice', (select json_build_object('to', n.to_at) from notice n where n.community_id = p.community_id
          and n.proposal_id = p.id and n.state = 'running' and n.to_at > ${scope.now.toISOString()}
          order by n.id desc limit 1),
        'short', (select json_build_object('to', h.hangs_until) from short_way h where h.community_id = p.community_id
          and h.proposal_id = p.id and not h.turned and p.state = 'short' and h.hangs_until > ${scope.now.toISOString()}),
        'comparison', (select json_build_object('to', k.closes_at) from comparison k where k.community_id = p.community_id
          and k.proposal_id = p.id and p.state = 'comparing' and k.ended_at is null and k.closes_at > ${scope.now.toISOString()}),
        'resolution', (select json_build_object('no', s.no, 'signedAt', s.signed_at) from resolution s
          where s.community_id = p.community_id and s.proposal_id = p.id and s.signed_at is not null
          order by s.id desc limit 1),
        'works', (select json_build_object('no', w.no, 'contractor', w.contractor,
            'done', (select count(*) from milestone m where m.community_id = w.community_id and m.works_id = w.id
              and m.actual_on is not null),
            'of', (select count(*) from milestone m where m.community_id = w.community_id and m.works_id = w.id),
            'next', x.name, 'nextOn', x.planned_on)
          from works w left join lateral (select m.name, m.planned_on from milestone m
            where m.community_id = w.community_id and m.works_id = w.id and m.actual_on is null
            order by m.position limit 1) x on true
          where w.community_id = p.community_id and w.proposal_id = p.id order by w.id desc limit 1)) as view
      from proposal p where p.community_id = ${scope.communityId}
        and p.state not in ('declined', 'withdrawn', 'shelved', 'merged')
      order by p.last_event_at desc limit 60`,
    );
    const { nameZh, nameEn } = scope.community;
    const ends = found.flatMap((row) => [
      row.round?.closesAt ?? null,
      row.notice?.to ?? null,
      row.short?.to ?? null,
      row.comparison?.to ?? null,
    ]);
    const midnight = ends.some(Boolean) ? [startOfDay(addDays(shanghaiDate(scope.now), 1)).toISOString()] : [];
    const home = await homeOf(scope);
    return {
      nameZh,
      nameEn,
      proposals: found,
      home,
      now: scope.now,
      turnsAt: turnsAt([...ends, ...midnight], scope.now),
    };
  },
  shows: (_, found) => homeShows(found?.home),
});
export type FrontProposal = NonNullable<Awaited<ReturnType<typeof boardFront>>>['proposals'][number];
