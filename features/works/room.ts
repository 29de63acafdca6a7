import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { worksFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadWorks } from './policy';

export const room = {
  name: 'works',
  letters,
  board,
  personal,
  doors: [{ path: 'works', label: inBoth(messages, (t) => t.room.doors.works), board: true, desk: mayReadWorks }],
  desk: atDesk(worksFacts, standings, {
    said: messages,
    places: { start: 610, milestones: 620, report: 630, check: 640, delegates: 650, completion: 660, breach: 670 },
    parts: [
      {
        place: 60,
        may: mayReadWorks,
        of: ({ facts: { works }, locale }) => {
          if (!works) return [];
          const t = pick(messages, locale).room.part;
          const note = t.note(works.milestones.filter((one) => one.checked).length, works.milestones.length);
          return [{ key: 'works', name: t.name, path: ['works', works.no], note }];
        },
      },
    ],
  }),
  record: inBoth(messages, (t) => t.room.record),
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
