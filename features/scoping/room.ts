import { gateDecided, openGates } from '@/features/proposals/rules/gates';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { scopingFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'scoping',
  letters,
  board,
  desk: atDesk(scopingFacts, standings, {
    said: messages,
    places: { groups: 210, confirmation: 220, consultation: 230, gates: 540 },
    parts: [
      {
        place: 40,
        of: ({ facts: { no, kind, gates }, locale }) => {
          const t = pick(messages, locale).room.part;
          const note = t.note(gates.filter(gateDecided).length, openGates(kind, gates).length);
          return [{ key: 'gates', name: t.name, path: ['proposals', no, 'gates'], note }];
        },
      },
    ],
  }),
  personal,
  record: inBoth(messages, (t) => t.room.record),
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
