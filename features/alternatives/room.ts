import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { formatUntil, inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { asks } from './asks';
import { board } from './board';
import { comparisonFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { letterOf } from './rules';

const SPOKEN = ['alternative.say', 'alternative.record'];

export const room = {
  name: 'alternatives',
  letters,
  board,
  personal,
  appendOnly: [
    ...['alternative_household', 'alternative_word', 'alternative_answer', 'alternative_standing', 'alternative_visit'],
    ...['alternative_disowned', 'alternative_cell', 'alternative_result', 'alternative_choice'],
  ],
  said: {
    alternative_word_content: { key: 'word_id', of: 'alternative_word', words: ['words', 'witness', 'message'] },
  },
  told: [
    {
      table: 'alternative_word',
      acts: SPOKEN,
      row: `r.id = (l.c ->> 'word')::integer`,
      words: [
        ['r.household_id', 'household'],
        ['r.own', 'own'],
        ['r.channel', 'channel'],
      ],
    },
    {
      table: 'alternative_word_content',
      acts: SPOKEN,
      row: `r.word_id = (l.c ->> 'word')::integer`,
      words: [
        ['r.words', 'words'],
        ['r.witness', 'witness'],
        ['r.message', 'message'],
      ],
    },
  ],
  desk: atDesk(comparisonFacts, standings, {
    said: messages,
    places: {
      alternatives: 217,
      alternatives_opening: 218,
      alternatives_extension: 532,
      alternatives_closure: 318,
      alternatives_choice: 319,
      alternatives_end: 533,
    },
    parts: [
      {
        place: 15,
        of: ({ facts: { no, comparison }, locale }) => {
          if (!comparison) return [];
          const t = pick(messages, locale).room.part;
          const { alternatives, closesAt, closedAt, chosen } = comparison;
          const note =
            chosen !== null
              ? t.chosen(letterOf(chosen))
              : closedAt !== null
                ? t.counted
                : closesAt === null
                  ? t.drafted(alternatives.length)
                  : t.open(alternatives.length, formatUntil(closesAt, locale));
          return [{ key: 'alternatives', name: t.name, path: ['proposals', no, 'alternatives'], note }];
        },
      },
    ],
    waits: ({ facts: { state, comparison }, now, locale }) =>
      state === 'comparing' && comparison?.closesAt && now < comparison.closesAt
        ? [
            {
              key: 'alternatives',
              text: pick(messages, locale).room.part.waits(formatUntil(comparison.closesAt, locale)),
            },
          ]
        : [],
  }),
  asks,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: [...SPOKEN, 'alternative.visit'],
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
