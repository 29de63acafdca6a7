import { sql } from 'drizzle-orm';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { asks } from './asks';
import { board } from './board';
import { objectionFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadObjections } from './policy';

/** What the record calls an objection. */
const subject = (id: string) => `(select 'proposal/' || p.no || '/objection/' || o.no from objection o
  join proposal p on p.community_id = o.community_id and p.id = o.proposal_id
  where o.community_id = r.community_id and o.id = ${id})`;

export const room = {
  name: 'objections',
  letters,
  board,
  desk: atDesk(objectionFacts, standings, {
    said: messages,
    places: { acknowledge: 310, drawing: 340, answer: 350, verdicts: 360, maintained: 585 },
    parts: [
      {
        place: 30,
        may: mayReadObjections,
        of: ({ facts: { no, objections, undrawn }, locale }) => {
          const t = pick(messages, locale).room.part;
          const unanswered = objections.filter((one) => one.state === 'raised' || one.state === 'acknowledged');
          const kept = objections.filter((one) => one.answered && one.maintained.length > 0);
          const note = t.note(objections.length, unanswered.length, kept.length, undrawn.count);
          return [{ key: 'objections', name: t.name, path: ['proposals', no, 'objections'], note }];
        },
      },
    ],
  }),
  personal,
  appendOnly: ['objection_event'],
  told: [
    {
      table: 'objection',
      acts: ['objection.draw', 'objection.reword'],
      row: `l.subject = ${subject('r.id')}`,
      words: [['r.wording', 'wording']],
    },
    {
      table: 'objection',
      acts: ['objection.answer'],
      row: `l.subject = ${subject('r.id')} and r.answer <> ''`,
      words: [['r.answer', 'answer']],
    },
    {
      table: 'objection_raiser',
      acts: ['objection.verdict'],
      row: `l.subject = ${subject('r.objection_id')} and r.household_id = (l.c ->> 'household')::integer and r.verdict is not null`,
      words: [
        ['r.verdict', 'verdict'],
        ['r.verdict_words', 'words'],
      ],
    },
  ],
  said: {
    objection: {
      words: ['no', 'proposal_id', 'group_id', 'round_id', 'ground', 'drawn_by', 'raised_at'],
      course: [
        ...['weight', 'wording', 'state', 'answer_kind', 'answer', 'answer_version', 'answer_clause'],
        ...['answered_by', 'answered_at', 'escalated_at', 'merged_into'],
      ],
    },
    objection_raiser: {
      key: 'objection_id',
      words: ['household_id', 'opinion_id'],
      course: [
        ...['objection_id', 'wording_approved', 'verdict', 'verdict_words', 'verdict_by', 'verdict_at'],
        'tries_to_reach',
      ],
    },
  },
  takenAway: { objection_event: 'words' },
  doors: [{ path: 'objections', label: inBoth(messages, (t) => t.room.doors.objections), me: true }],
  asks,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['objection.approve', 'objection.dispute', 'objection.verdict', 'objection.take_back', 'objection.try'],
  steps: inBoth(messages, (t) => t.room.steps),
  left: [
    {
      kind: 'answer',
      place: 20,
      label: inBoth(messages, (t) => t.room.left.answer),
      rows: (community) => sql`select 'answer-' || x.id as item, p.no, x.wording as title,
      case x.state when 'answered' then x.answered_by else x.drawn_by end as owner, null::int as entrance
    from objection x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    where x.community_id = ${community} and x.state in ('raised', 'acknowledged', 'answered') and x.merged_into is null
      and p.state not in ('withdrawn', 'declined', 'shelved')`,
    },
    {
      kind: 'verdict',
      place: 80,
      label: inBoth(messages, (t) => t.room.left.verdict),
      rows: (
        community,
      ) => sql`select distinct 'verdict-' || x.id || '-' || h.entrance_id as item, p.no, x.wording as title, null::int as owner,
      h.entrance_id as entrance
    from objection x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    join objection_raiser r on r.community_id = x.community_id and r.objection_id = x.id and r.verdict is null
    join household h on h.community_id = r.community_id and h.id = r.household_id
    where x.community_id = ${community} and x.state = 'answered' and x.merged_into is null
      and p.state not in ('withdrawn', 'declined', 'shelved')`,
    },
  ],
} satisfies Room;
