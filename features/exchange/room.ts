import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { personal } from './personal';
import { mayImportOrders } from './policy';
import { orders } from './sheet';

export const room = {
  name: 'exchange',
  personal,
  sheets: [orders],
  appendOnly: ['order_version'],
  doors: [
    {
      path: 'sheets',
      label: inBoth(messages, (t) => t.room.doors.sheets),
      desk: (who) => mayImportOrders(who) !== null,
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
