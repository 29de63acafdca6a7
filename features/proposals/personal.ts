import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    proposals: {
      columns: {
        proposal: [
          ...['author_id', 'author_household_id', 'kind', 'title', 'place', 'problem', 'ask', 'provenance'],
          ...['shown_problem', 'shown_ask'],
        ],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'no', p.no, 'kind', p.kind,
          'title', p.title, 'place', p.place, 'problem', p.problem, 'ask', p.ask, 'provenance', p.provenance,
          'shown', json_build_array(p.shown_problem, p.shown_ask), 'at', p.created_at) as view
        from proposal p join community c on c.id = p.community_id where p.author_id = ${personId} order by p.id`,
    },
    steps: {
      columns: { proposal_event: ['person_id', 'kind', 'role', 'reason'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'kind', e.kind,
          'as', e.role, 'reason', e.reason, 'at', e.at) as view
        from proposal_event e join community c on c.id = e.community_id
          join proposal p on p.community_id = e.community_id and p.id = e.proposal_id
        where e.person_id = ${personId} order by e.at, e.id`,
    },
    supports: {
      columns: { support: ['person_id', 'household_id', 'proposal_id'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'at', s.at) as view
        from support s join community c on c.id = s.community_id
          join proposal p on p.community_id = s.community_id and p.id = s.proposal_id
        where s.person_id = ${personId} order by s.id`,
    },
    comments: {
      columns: {
        comment: ['person_id', 'household_id', 'proposal_id', 'hidden_reason'],
        comment_content: ['comment_id', 'words'],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'stance', o.stance,
          'words', t.words, 'hidden', o.hidden_reason, 'at', o.at) as view
        from comment o join community c on c.id = o.community_id
          join proposal p on p.community_id = o.community_id and p.id = o.proposal_id
          left join comment_content t on t.community_id = o.community_id and t.comment_id = o.id
        where o.person_id = ${personId} order by o.at, o.id`,
    },
  },
  erased: [
    {
      columns: { comment_content: ['comment_id', 'words'] },
      statement: ({ personId }) => sql`delete from comment_content t using comment o
        where o.community_id = t.community_id and o.id = t.comment_id and o.person_id = ${personId}`,
    },
    {
      columns: { proposal_event: ['reason'] },
      statement: ({ personId }) => sql`update proposal_event set reason = ''
        where person_id = ${personId} and role = 'resident' and reason <> ''`,
    },
    {
      columns: { proposal: ['author_id'] },
      statement: ({ personId }) => sql`delete from proposal
        where author_id = ${personId} and state = 'draft' and recorded_by is null`,
    },
  ],
  kept: [
    [
      stays.matter,
      {
        proposal: [
          ...['kind', 'title', 'place', 'problem', 'ask', 'provenance', 'author_id', 'author_household_id'],
          ...['shown_problem', 'shown_ask'],
        ],
      },
    ],
    [
      stays.counted,
      { support: ['person_id', 'household_id', 'proposal_id'], comment: ['person_id', 'household_id', 'proposal_id'] },
    ],
    [
      stays.course,
      {
        proposal: ['rule', 'snapshot_hash'],
        proposal_event: ['proposal_id', 'kind', 'role', 'person_id', 'detail'],
      },
    ],
    [
      stays.office,
      {
        proposal: ['recorded_by', 'groups_named_by', 'groups_confirmed_by'],
        comment: ['hidden_by', 'hidden_reason'],
      },
    ],
  ],
};
