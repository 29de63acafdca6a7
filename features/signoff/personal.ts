import { sql } from 'drizzle-orm';
import { type Personal, stays, theirs } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    oppositions: {
      columns: {
        notice_opposition: ['notice_id', 'household_id', 'person_id', 'words', 'witness', 'message', 'answer'],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'words', o.words,
          'channel', o.channel, 'witness', o.witness, 'message', o.message, 'at', o.at, 'upheld', o.upheld,
          'answer', o.answer, 'answeredAt', o.answered_at) as view
        from notice_opposition o join community c on c.id = o.community_id
          join notice n on n.community_id = o.community_id and n.id = o.notice_id
          join proposal p on p.community_id = n.community_id and p.id = n.proposal_id
        where (o.community_id, o.id) in ${theirs(personId, 'notice_opposition', { by: 'person_id', at: 'at' })}
        order by o.at, o.id`,
    },
    appeals: {
      columns: { appeal: ['proposal_id', 'person_id', 'words', 'reason'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'words', a.words,
          'decision', a.decision, 'reason', a.reason, 'decidedOn', a.decided_on, 'at', a.at) as view
        from appeal a join community c on c.id = a.community_id
          join proposal p on p.community_id = a.community_id and p.id = a.proposal_id
        where a.person_id = ${personId} order by a.at, a.id`,
    },
    signatures: {
      columns: { signature: ['resolution_id', 'signer_id'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'resolution', r.no, 'role', s.role,
          'at', s.at) as view
        from signature s join community c on c.id = s.community_id
          join resolution r on r.community_id = s.community_id and r.id = s.resolution_id
        where s.signer_id = ${personId} order by s.at`,
    },
  },
  erased: [
    {
      columns: { notice_opposition: ['words'] },
      statement: ({ personId }) => sql`update notice_opposition set words = '' where person_id = ${personId}`,
    },
    {
      columns: { appeal: ['words'] },
      statement: ({ personId }) => sql`update appeal set words = '' where person_id = ${personId}`,
    },
  ],
  kept: [
    [stays.counted, { notice_opposition: ['notice_id', 'household_id', 'person_id'] }],
    [stays.course, { appeal: ['proposal_id', 'person_id', 'reason', 'decided_by'] }],
    [
      stays.office,
      {
        notice: ['proposal_id', 'posted_by'],
        notice_opposition: ['recorder_id', 'witness_id', 'witness', 'message', 'answer', 'answered_by'],
        resolution: ['proposal_id', 'notice_id', 'canonical', 'hash'],
        signature: ['resolution_id', 'signer_id', 'hash'],
      },
    ],
  ],
};
