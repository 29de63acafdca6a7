import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { formatDate, inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { consentFacts } from './facts';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'beyond',
  board,
  personal,
  desk: atDesk(consentFacts, standings, {
    said: messages,
    places: { outside: 541, outside_answer: 542, outside_refused: 543 },
    parts: [
      {
        place: 45,
        of: ({ facts: { no, consents }, locale }) => {
          if (consents.length === 0) return [];
          const t = pick(messages, locale).room.part;
          const of = (state: string) => consents.filter((one) => one.state === state).length;
          const note = t.note(of('given'), of('waiting'), of('refused'));
          return [{ key: 'outside', name: t.name, path: ['proposals', no, 'outside'], note }];
        },
      },
    ],
    waits: ({ facts: { consents }, locale }) =>
      consents
        .filter(({ state }) => state === 'waiting')
        .map((one) => ({
          key: `outside-${one.position}`,
          text: pick(messages, locale).room.part.waits(one.organisation, formatDate(one.due, locale)),
        })),
  }),
  record: inBoth(messages, (t) => t.room.record),
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
