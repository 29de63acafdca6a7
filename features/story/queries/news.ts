import { sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';

interface NewsRow {
  id: number;
  no: number;
  title: string;
  kind: string;
  to: ProposalState | null;
  k: number | null;
  version: number | null;
  reason: string;
  at: string;
}

/** What changed on the board, newest first, of the kinds asked for. */
export const boardNews = boardQuery({
  name: 'story.news',
  read: async (scope, { kinds }: { kinds: readonly string[] }) => {
    const wanted = sql.join(
      kinds.map((kind) => sql`${kind}`),
      sql`, `,
    );
    const news = await rows<NewsRow>(
      scope,
      sql`select json_build_object('id', e.id, 'no', p.no, 'title', p.title, 'kind', e.kind, 'to', e.to_state,
        'k', e.k, 'version', e.version, 'at', e.at, 'reason', e.reason) as view
      from proposal_event e
      join proposal p on p.community_id = e.community_id and p.id = e.proposal_id
      where e.community_id = ${scope.communityId} and e.kind in (${wanted})
      order by e.id desc limit 50`,
    );
    const { nameZh, nameEn, createdAt } = scope.community;
    return { nameZh, nameEn, news, updated: news[0]?.at ?? createdAt.toISOString() };
  },
  shows: () => ['record'],
});
