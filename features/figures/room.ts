import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board, office } from './board';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadFigures } from './policy';

export const room = {
  name: 'figures',
  board,
  office,
  personal,
  appendOnly: ['rate_profile', 'rate_profile_answer', 'rate_period'],
  sealed: [
    {
      table: 'rate_profile',
      unlike: `select p.id::text as id from rate_profile p where sha256(convert_to(
          format('{"fairlyTenths":%s,"name":%s,"weights":{"resolution":%s,"response":%s,"satisfaction":%s}}', p.fairly_tenths,
            to_json(p.name), p.resolution_tenths, p.response_tenths, p.satisfaction_tenths), 'UTF8')) <> p.hash order by p.id`,
    },
  ],
  doors: [
    {
      path: 'figures',
      label: inBoth(messages, (t) => t.room.doors.figures),
      board: true,
      desk: mayReadFigures,
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
