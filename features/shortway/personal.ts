import { sql } from 'drizzle-orm';
import { type Personal, stays, theirs } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    shortObjections: {
      columns: { short_objection: ['short_id', 'household_id', 'person_id', 'words', 'witness', 'message'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'words', o.words,
          'channel', o.channel, 'witness', o.witness, 'message', o.message, 'at', o.at) as view
        from short_objection o join community c on c.id = o.community_id
          join short_way w on w.community_id = o.community_id and w.id = o.short_id
          join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        where (o.community_id, o.id) in ${theirs(personId, 'short_objection', { by: 'person_id', at: 'at' })}
        order by o.at, o.id`,
    },
    shortAnswers: {
      columns: { short_way: ['proposal_id', 'answered_by', 'answer_words'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'answer', w.answer,
          'words', w.answer_words, 'at', w.answered_at) as view
        from short_way w join community c on c.id = w.community_id
          join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        where w.answered_by = ${personId} or (w.answered_at is not null and p.author_id = ${personId})
        order by w.answered_at, w.id`,
    },
  },
  erased: [
    {
      columns: { short_objection: ['words'] },
      statement: ({ personId }) => sql`update short_objection set words = '' where person_id = ${personId}`,
    },
    {
      columns: { short_way: ['answer_words'] },
      statement: ({ personId }) => sql`update short_way w set answer_words = '' from proposal p
        where p.community_id = w.community_id and p.id = w.proposal_id
          and (w.answered_by = ${personId} or p.author_id = ${personId})`,
    },
  ],
  kept: [
    [stays.counted, { short_objection: ['short_id', 'household_id', 'person_id'] }],
    [
      stays.office,
      {
        short_objection: ['recorder_id', 'witness_id', 'witness', 'message'],
        short_way: [
          ...['proposal_id', 'what', 'who', 'harmless', 'note', 'proposed_by', 'confirmed_by', 'done_by'],
          'answered_by',
        ],
        short_place: ['short_id', 'entrance_id', 'building'],
      },
    ],
  ],
};
