import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { comments, proposalFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadDesk } from './policy';

export const room = {
  name: 'proposals',
  letters,
  board,
  appendOnly: ['proposal_event'],
  said: {
    proposal: {
      words: ['no', 'kind', 'title', 'place', 'problem', 'ask'],
      once: 'old.no is not null',
    },
    comment: {
      words: ['proposal_id', 'person_id', 'household_id', 'stance', 'at'],
      course: ['hidden_reason', 'hidden_by', 'hidden_at'],
    },
    comment_content: { key: 'comment_id', of: 'comment', words: ['words'] },
  },
  desk: atDesk({ ...proposalFacts, comments }, standings, {
    said: messages,
    places: {
      look: 105,
      acceptance: 110,
      appeal: 120,
      decline: 140,
      undecline: 141,
      resumption: 720,
      shelving: 740,
      shelf: 750,
    },
    parts: [
      {
        place: 90,
        of: ({ facts: { no, comments }, locale }) => {
          const t = pick(messages, locale).room.part;
          return [{ key: 'comments', name: t.name, path: ['proposals', no, 'comments'], note: t.note(comments) }];
        },
      },
    ],
  }),
  personal,
  takenAway: { proposal_event: 'reason' },
  told: [
    {
      table: 'proposal',
      acts: ['proposal.submit'],
      row: `l.subject = 'proposal/' || r.no`,
      words: [
        ['r.title', 'title'],
        ['r.kind', 'kind'],
        ['r.place', 'place'],
        ['r.problem', 'problem'],
        ['r.ask', 'ask'],
      ],
    },
    {
      table: 'comment',
      acts: ['comment.add'],
      row: `r.id = (l.c ->> 'comment')::integer`,
      words: [['r.stance', 'stance']],
    },
    {
      table: 'comment_content',
      acts: ['comment.add'],
      row: `r.comment_id = (l.c ->> 'comment')::integer`,
      words: [['r.words', 'words']],
    },
  ],
  doors: [
    { path: 'proposals', label: inBoth(messages, (t) => t.room.doors.proposals), board: true, desk: mayReadDesk },
  ],
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: [
    'proposal.draft',
    'proposal.discard',
    'proposal.submit',
    'proposal.withdraw',
    'proposal.appeal',
    'proposal.reopen',
    'support.give',
    'support.take_back',
    'comment.add',
  ],
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
