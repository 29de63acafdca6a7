import { sql } from 'drizzle-orm';
import { livedThere, type Personal, stays, theirs } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    opinions: {
      columns: {
        opinion: ['author_id', 'household_id', 'round_id', 'ground'],
        opinion_content: ['opinion_id', 'words', 'condition', 'witness', 'message'],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'round', r.no, 'stance', o.stance,
          'ground', o.ground, 'own', o.own, 'channel', o.channel, 'proof', o.proof, 'words', t.words,
          'condition', t.condition, 'witness', t.witness, 'message', t.message, 'at', o.received_at) as view
        from opinion o join community c on c.id = o.community_id
          join round r on r.community_id = o.community_id and r.id = o.round_id
          left join opinion_content t on t.community_id = o.community_id and t.opinion_id = o.id
        where (o.community_id, o.id) in ${theirs(personId, 'opinion', { by: 'author_id', at: 'received_at' })}
        order by o.received_at, o.id`,
    },
    visits: {
      columns: { visit: ['household_id', 'round_id'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'round', r.no, 'outcome', x.outcome,
          'at', x.at) as view
        from visit x join community c on c.id = x.community_id
          join round r on r.community_id = x.community_id and r.id = x.round_id
        where ${livedThere(personId, 'x', 'x.at')} order by x.at, x.id`,
    },
  },
  erased: [
    {
      columns: { opinion_content: ['opinion_id', 'words', 'condition', 'witness', 'message'] },
      statement: ({ personId }) => sql`delete from opinion_content t using opinion o
        where o.community_id = t.community_id and o.id = t.opinion_id and o.author_id = ${personId}`,
    },
  ],
  kept: [
    [stays.counted, { opinion: ['round_id', 'plan_version', 'household_id', 'ground', 'author_id', 'meeting_id'] }],
    [stays.counted, { disowned: ['opinion_id', 'residency_id'] }],
    [stays.office, { opinion: ['recorder_id', 'witness_id'], visit: ['visitor_id'], recheck: ['checked_by'] }],
    [stays.office, { recheck: ['opinion_id', 'note'] }],
    [stays.office, { visit: ['round_id', 'household_id'] }],
  ],
};
