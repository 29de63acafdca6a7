import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings, takenBack } from './acts';
import { board } from './board';
import { conditionFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadConditions } from './policy';
import { togetherOf } from './rules';

export const room = {
  name: 'conditions',
  letters,
  board,
  personal,
  appendOnly: ['condition_list', 'listed_condition', 'condition_raised', 'condition_clash'],
  desk: atDesk(conditionFacts, standings, {
    said: messages,
    places: { conditions: 445 },
    parts: [
      {
        place: 32,
        may: mayReadConditions,
        of: ({ facts, locale }) => {
          const { no, marked, raised } = facts;
          if (!marked && !raised.some(({ hangs }) => hangs)) return [];
          const t = pick(messages, locale).room.part;
          const note = marked
            ? t.note(marked.conditions.length, togetherOf(marked).conflicts.length, takenBack(facts).length)
            : t.none;
          return [{ key: 'conditions', name: t.name, path: ['proposals', no, 'conditions'], note }];
        },
      },
    ],
  }),
  record: inBoth(messages, (t) => t.room.record),
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
