import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { asks } from './asks';
import { board } from './board';
import { recheckFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

const SPOKEN = ['opinion.give', 'opinion.correct', 'opinion.record'];

export const room = {
  name: 'opinions',
  letters,
  board,
  desk: atDesk(recheckFacts, standings, { said: messages, places: { rechecks: 735 } }),
  personal,
  appendOnly: ['opinion', 'visit', 'disowned'],
  said: {
    opinion_content: { key: 'opinion_id', of: 'opinion', words: ['words', 'condition', 'witness', 'message'] },
    recheck: {
      words: ['opinion_id', 'drawn_at'],
      course: ['outcome', 'note', 'checked_by', 'checked_at'],
    },
  },
  told: [
    {
      table: 'opinion',
      acts: SPOKEN,
      row: `r.id = (l.c ->> 'opinion')::integer`,
      words: [
        ['r.stance', 'stance'],
        ['r.ground', 'ground'],
        ['r.household_id', 'household'],
        ['r.own', 'own'],
        ['r.channel', 'channel'],
      ],
    },
    {
      table: 'opinion_content',
      acts: SPOKEN,
      row: `r.opinion_id = (l.c ->> 'opinion')::integer`,
      words: [
        ['r.words', 'words'],
        ['r.condition', 'condition'],
        ['r.witness', 'witness'],
        ['r.message', 'message'],
      ],
    },
    {
      table: 'recheck',
      acts: ['recheck.note'],
      row: `r.opinion_id = (l.c ->> 'opinion')::integer`,
      words: [['r.outcome', 'recheck']],
    },
  ],
  doors: [{ path: 'opinions', label: inBoth(messages, (t) => t.room.doors.opinions), me: true }],
  asks,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['opinion.give', 'opinion.correct', 'opinion.record', 'visit.note', 'recheck.note'],
} satisfies Room;
