import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { formatUntil, inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { asks } from './asks';
import { board } from './board';
import { shortFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'shortway',
  letters,
  board,
  personal,
  said: {
    short_objection: {
      words: [
        ...['short_id', 'household_id', 'person_id', 'words', 'recorder_id', 'channel', 'proof', 'witness_id'],
        ...['witness', 'message', 'at'],
      ],
    },
  },
  told: [
    {
      table: 'short_objection',
      acts: ['short.object', 'short.record_objection'],
      row: `r.id = (l.c ->> 'objection')::integer`,
      words: [
        ['r.household_id', 'household'],
        ['r.words', 'words'],
      ],
    },
    {
      table: 'short_way',
      acts: ['short.propose'],
      row: `r.id = (l.c ->> 'short')::integer`,
      words: [
        ['r.what', 'what'],
        ['r.who', 'who'],
        ['r.cost', 'cost'],
        ['r.harmless', 'harmless'],
      ],
    },
  ],
  desk: atDesk(shortFacts, standings, {
    said: messages,
    places: { short: 112, second_short: 108, short_done: 600, short_answer: 705, short_again: 718 },
    parts: [
      {
        place: 12,
        of: ({ facts: { no, short, state }, now, locale }) => {
          if (!short) return [];
          const t = pick(messages, locale).room.part;
          const until = short.hangsUntil;
          const note =
            short.doneAt !== null
              ? t.done
              : until === null
                ? t.proposed
                : now < until
                  ? t.hangs(formatUntil(until, locale))
                  : t.doing;
          return [
            { key: 'short', name: t.name, path: state === 'submitted' ? ['proposals', no, 'short'] : null, note },
          ];
        },
      },
    ],
    waits: ({ facts: { state, short }, now, locale }) =>
      state === 'short' && short?.hangsUntil && now < short.hangsUntil
        ? [{ key: 'short', text: pick(messages, locale).room.part.waits(formatUntil(short.hangsUntil, locale)) }]
        : [],
  }),
  asks,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['short.object', 'short.record_objection', 'short.answer'],
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
