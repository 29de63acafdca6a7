import { worksFacts } from '@/features/works/facts';
import { mayReadWorks } from '@/features/works/policy';
import { placesIn } from '@/features/works/rules/places';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { asks } from './asks';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'places',
  letters,
  board,
  personal,
  desk: atDesk(worksFacts, standings, {
    said: messages,
    places: { place_name: 621, place_build: 631, place_check: 641, place_settle: 642 },
    parts: [
      {
        place: 61,
        may: mayReadWorks,
        of: ({ facts: { works }, locale }) =>
          (works?.milestones ?? []).flatMap((milestone) => {
            if (!works || !milestone.inPlaces) return [];
            const t = pick(messages, locale).room.part;
            const { of, built, open } = placesIn(milestone);
            const path = ['works', works.no, 'milestones', milestone.position, 'places'];
            return [{ key: `places-${milestone.position}`, name: t.name, path, note: t.note(of, built, open) }];
          }),
      },
    ],
  }),
  asks,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['place.judge', 'place.record'],
  steps: inBoth(messages, (t) => t.room.steps),
} satisfies Room;
