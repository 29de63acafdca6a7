import { sql } from 'drizzle-orm';
import { livedThere, type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    callbacks: {
      columns: { callback: ['wave_id', 'household_id', 'words', 'followed'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'wave', v.wave,
          'reached', k.reached, 'resolved', k.resolved, 'satisfaction', k.satisfaction, 'words', k.words, 'mayTell', k.may_tell, 'answer', k.followed, 'at', k.at)
          as view
        from callback k join community c on c.id = k.community_id
          join callback_wave v on v.community_id = k.community_id and v.id = k.wave_id
          join proposal p on p.community_id = v.community_id and p.id = v.proposal_id
        where ${livedThere(personId, 'k', 'k.at')} order by k.at, k.id`,
    },
  },
  kept: [
    [stays.household, { callback: ['wave_id', 'household_id', 'group_id', 'case_id', 'words', 'followed'] }],
    [stays.office, { callback: ['caller_id', 'followed_by'], callback_wave: ['proposal_id', 'seed'] }],
  ],
};
