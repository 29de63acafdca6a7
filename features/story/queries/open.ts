import { sql } from 'drizzle-orm';
import { turnOf } from '@/features/alternatives/queries/board';
import type { State } from '@/features/proposals/rules';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { openActOf, phaseOf, turnsAt } from '../rules';

interface Row {
  no: number;
  state: State;
  round: { no: number; state: string; opensAt: string; closesAt: string } | null;
  noticeTo: string | null;
  shortUntil: string | null;
  comparison: { closesAt: string; closedAt: string | null } | null;
}

/** What a household can say to this proposal now, for its plans and its objections. */
export const boardOpenAct = boardQuery({
  name: 'story.open_act',
  read: async (scope, { no }: { no: number }) => {
    const [row] = await rows<Row>(
      scope,
      sql`select json_build_object('no', p.no, 'state', p.state,
          'round', (select json_build_object('no', r.no, 'state', r.state, 'opensAt', r.opens_at, 'closesAt', r.closes_at)
            from round r where r.community_id = p.community_id and r.proposal_id = p.id and r.state = 'open'
            order by r.k desc limit 1),
          'noticeTo', (select n.to_at from notice n where n.community_id = p.community_id and n.proposal_id = p.id
            order by n.id desc limit 1),
          'shortUntil', (select w.hangs_until from short_way w where w.community_id = p.community_id and w.proposal_id = p.id
            and not w.turned),
          'comparison', (select json_build_object('closesAt', c.closes_at, 'closedAt', c.closed_at) from comparison c
            where c.community_id = p.community_id and c.proposal_id = p.id and c.ended_at is null)) as view
        from proposal p where p.community_id = ${scope.communityId} and p.no = ${no}`,
    );
    if (!row) return undefined;
    const { state, round, noticeTo, shortUntil, comparison } = row;
    const asked = turnOf(comparison, scope.now);
    return {
      open: openActOf({
        state,
        round: round && { no: round.no, phase: phaseOf(round, scope.now) },
        notice: noticeTo === null ? null : { over: scope.now >= new Date(noticeTo) },
        short: state === 'short' && shortUntil !== null && scope.now < new Date(shortUntil),
        comparison: state === 'comparing' && asked !== null,
      }),
      turnsAt: turnsAt(
        [round?.opensAt ?? null, round?.closesAt ?? null, noticeTo, shortUntil, asked?.toISOString() ?? null],
        scope.now,
      ),
    };
  },
  shows: ({ no }) => [`proposal/${no}`],
});
