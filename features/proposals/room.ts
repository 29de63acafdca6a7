import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { proposalFacts } from './facts';
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
  desk: atDesk(proposalFacts, standings),
  personal,
  takenAway: { proposal_event: 'reason' },
  told: [
    {
      ...{ table: 'proposal', acts: ['proposal.submit'], row: `l.subject = 'proposal/' || r.no` },
      words: [
        ['r.title', 'title'],
        ['r.kind', 'kind'],
        ['r.place', 'place'],
        ['r.problem', 'problem'],
        ['r.ask', 'ask'],
      ],
    },
    {
      ...{ table: 'comment', acts: ['comment.add'], row: `r.id = (l.c ->> 'comment')::integer` },
      words: [['r.stance', 'stance']],
    },
    {
      ...{ table: 'comment_content', acts: ['comment.add'], row: `r.comment_id = (l.c ->> 'comment')::integer` },
      words: [['r.words', 'words']],
    },
  ],
  doors: [
    { path: 'proposals', label: inBoth(messages, (t) => t.room.doors.proposals), board: true, desk: mayReadDesk },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
