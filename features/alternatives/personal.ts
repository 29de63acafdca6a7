import { sql } from 'drizzle-orm';
import { livedThere, type Personal, stays, theirs } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    alternatives: {
      columns: {
        alternative_word: ['author_id', 'household_id', 'comparison_id', 'takes_id'],
        alternative_answer: ['word_id', 'household_id', 'alternative_id', 'ground'],
        alternative_word_content: ['word_id', 'words', 'witness', 'message'],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no,
          'answers', (select json_agg(json_build_object('id', a.id, 'alternative', a.title, 'answer', x.answer,
              'ground', x.ground, 'takes', w.takes_id is not distinct from a.id) order by a.position)
            from alternative_answer x
            join alternative a on a.community_id = x.community_id and a.id = x.alternative_id
            where x.community_id = w.community_id and x.word_id = w.id),
          'words', t.words, 'own', w.own, 'channel', w.channel, 'proof', w.proof, 'witness', t.witness, 'message', t.message,
          'at', w.received_at) as view
        from alternative_word w join community c on c.id = w.community_id
          join comparison k on k.community_id = w.community_id and k.id = w.comparison_id
          join proposal p on p.community_id = k.community_id and p.id = k.proposal_id
          left join alternative_word_content t on t.community_id = w.community_id and t.word_id = w.id
        where (w.community_id, w.id) in ${theirs(personId, 'alternative_word', { by: 'author_id', at: 'received_at' })}
        order by w.received_at, w.id`,
    },
    alternativeVisits: {
      columns: { alternative_visit: ['household_id', 'comparison_id'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'outcome', x.outcome,
          'at', x.at) as view
        from alternative_visit x join community c on c.id = x.community_id
          join comparison k on k.community_id = x.community_id and k.id = x.comparison_id
          join proposal p on p.community_id = k.community_id and p.id = k.proposal_id
        where ${livedThere(personId, 'x', 'x.at')} order by x.at, x.id`,
    },
  },
  erased: [
    {
      columns: { alternative_word_content: ['word_id', 'words', 'witness', 'message'] },
      statement: ({ personId }) => sql`delete from alternative_word_content t using alternative_word w
        where w.community_id = t.community_id and w.id = t.word_id and w.author_id = ${personId}`,
    },
  ],
  kept: [
    [
      stays.counted,
      {
        alternative_word: ['comparison_id', 'household_id', 'takes_id', 'author_id', 'meeting_id'],
        alternative_answer: ['word_id', 'alternative_id', 'household_id', 'ground'],
        alternative_household: ['alternative_id', 'household_id', 'group_id'],
        alternative_standing: ['alternative_id', 'household_id', 'word_id', 'earlier_id'],
        alternative_disowned: ['word_id', 'residency_id'],
        alternative_cell: ['alternative_id', 'group_id', 'published'],
        alternative_result: ['alternative_id', 'weakest'],
      },
    ],
    [
      stays.office,
      {
        comparison: ['proposal_id', 'drafted_by', 'opened_by', 'hash'],
        alternative: ['comparison_id', 'drafted_by', 'title', 'summary', 'cost_note', 'hash'],
        alternative_clause: ['alternative_id', 'text'],
        alternative_drawing: ['alternative_id', 'site_plan_id', 'shapes'],
        alternative_group: ['alternative_id', 'name', 'why'],
        alternative_place: ['group_id'],
        alternative_choice: ['comparison_id', 'alternative_id', 'chosen_by', 'reason'],
        alternative_word: ['recorder_id', 'witness_id'],
        alternative_visit: ['visitor_id', 'household_id', 'comparison_id'],
      },
    ],
  ],
};
