import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { callbackFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadCallbacks } from './policy';
import { awaitsSnow } from './rules';

export const room = {
  name: 'callbacks',
  letters,
  board,
  personal,
  desk: atDesk(callbackFacts, standings, {
    said: messages,
    places: { callbacks: 710, wave: 715, snow: 719, unsolved: 716, unsolvedUntold: 717 },
    parts: [
      {
        place: 70,
        may: mayReadCallbacks,
        of: ({ facts: { no, state, callbacks }, locale }) => {
          if (!['completed', 'verifying', 'verified', 'reopened'].includes(state)) return [];
          const t = pick(messages, locale).room.part;
          return [{ key: 'callbacks', name: t.name, path: ['callbacks', no], note: t.note(callbacks.open) }];
        },
      },
    ],
    waits: ({ facts, locale }) =>
      awaitsSnow(facts) ? [{ key: 'snow', text: pick(messages, locale).room.part.waits }] : [],
  }),
  told: [
    {
      table: 'callback',
      acts: ['callback.note'],
      row: `r.id = (l.c ->> 'callback')::integer`,
      words: [
        ['r.reached', 'reached'],
        ['r.satisfaction', 'satisfaction'],
        ['r.words', 'words'],
      ],
    },
  ],
  said: {
    callback: {
      words: ['wave_id', 'household_id'],
      course: [
        ...['reached', 'resolved', 'satisfaction', 'words', 'may_tell', 'caller_id', 'at'],
        ...['followed', 'followed_by', 'followed_at'],
      ],
    },
  },
  doors: [{ path: 'callbacks', label: inBoth(messages, (t) => t.room.doors.callbacks), desk: mayReadCallbacks }],
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['callback.note'],
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
