import { sql } from 'drizzle-orm';
import type { ThingKind } from '@/db/words/terms';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayInherit } from '../policy';

export interface ThingView {
  no: number;
  kind: ThingKind;
  title: string;
  place: string;
  keeper: string | null;
  since: string;
  mine: boolean;
}

/** What is kept for the community, with whom and where; what is with whoever asks first. */
export const things = query({
  name: 'things.kept',
  allow: (who) => mayInherit(who),
  read: async (scope, _: Record<never, never>) => {
    const { communityId: c, who } = scope;
    const me = who.kind === 'person' ? who.personId : 0;
    const kept = await rows<ThingView>(
      scope,
      sql`select json_build_object('no', x.no, 'kind', x.kind, 'title', x.title, 'place', x.place, 'keeper', p.name,
          'since', coalesce(h.at, x.at), 'mine', p.id = ${me}) as view
        from thing x left join lateral (select h.receiver_id, h.at from handover h where h.community_id = x.community_id
            and h.item = 'thing-' || x.id order by h.id desc limit 1) h on true
          join person p on p.id = coalesce(h.receiver_id, x.keeper_id)
        where x.community_id = ${c} and x.ended_at is null order by (p.id <> ${me}), x.no limit 300`,
    );
    return { kept };
  },
});
