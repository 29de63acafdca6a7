import { sql } from 'drizzle-orm';
import { type Personal, saidOrWrittenDown, stays, theirs } from '@/lib/personal';

const verdict = (personId: number) => saidOrWrittenDown(personId, 'w', { by: 'verdict_by', at: 'verdict_at' });

export const personal: Personal = {
  exported: {
    objections: {
      columns: {
        objection: ['proposal_id', 'ground', 'wording', 'answer'],
        objection_raiser: ['objection_id', 'household_id', 'opinion_id', 'verdict_words', 'verdict_by'],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'proposal', p.no, 'title', p.title,
          'objection', x.no, 'ground', x.ground, 'wording', x.wording, 'wordingApproved', w.wording_approved,
          'state', x.state, 'answerKind', x.answer_kind, 'answer', x.answer, 'answeredAt', x.answered_at,
          'verdict', w.verdict, 'verdictWords', case when ${verdict(personId)} then w.verdict_words end, 'verdictAt', w.verdict_at) as view
        from objection_raiser w join community c on c.id = w.community_id
          join objection x on x.community_id = w.community_id and x.id = w.objection_id
          join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
        where ${verdict(personId)} or (w.community_id, w.opinion_id) in
          ${theirs(personId, 'opinion', { by: 'author_id', at: 'received_at' })}
        order by c.slug, p.no, x.no`,
    },
    aboutObjections: {
      columns: { objection_event: ['objection_id', 'person_id', 'household_id', 'kind', 'words'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'objection', x.no, 'kind', e.kind,
          'words', e.words, 'at', e.at) as view
        from objection_event e join community c on c.id = e.community_id
          join objection x on x.community_id = e.community_id and x.id = e.objection_id
        where case when e.household_id is null then e.person_id = ${personId}
          else ${saidOrWrittenDown(personId, 'e', { by: 'person_id', at: 'at' })} end order by e.at, e.id`,
    },
  },
  erased: [
    {
      columns: { objection_raiser: ['verdict_words'] },
      statement: ({ personId }) => sql`update objection_raiser w set verdict_words = ''
        where w.verdict_by = ${personId} and exists (select 1 from residency v where v.person_id = ${personId}
          and v.community_id = w.community_id and v.household_id = w.household_id)`,
    },
    {
      columns: { objection_event: ['words'] },
      statement: ({ personId }) => sql`update objection_event e set words = ''
        where e.person_id = ${personId} and e.words <> '' and exists (select 1 from residency v
          where v.person_id = ${personId} and v.community_id = e.community_id and v.household_id = e.household_id)`,
    },
  ],
  kept: [
    [stays.group, { objection: ['proposal_id', 'group_id', 'round_id', 'ground', 'wording', 'merged_into'] }],
    [stays.office, { objection: ['answer', 'answered_by', 'drawn_by'] }],
    [
      stays.counted,
      {
        objection_raiser: ['objection_id', 'household_id', 'opinion_id', 'verdict_by'],
        objection_event: ['objection_id', 'household_id', 'person_id', 'kind'],
      },
    ],
  ],
};
