import { sql } from 'drizzle-orm';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { asks } from './asks';
import { board } from './board';
import { repairFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadUnits } from './policy';
import { unitsIn } from './rules';

export const room = {
  name: 'repairs',
  letters,
  board,
  personal,
  appendOnly: ['repair_step'],
  takenAway: { repair_step: 'note' },
  desk: atDesk(repairFacts, standings, {
    said: messages,
    places: { repair: 215, repair_start: 216, repair_completion: 690 },
    parts: [
      {
        place: 14,
        may: mayReadUnits,
        of: ({ facts: { no, repair }, locale }) => {
          if (!repair) return [];
          const t = pick(messages, locale).room.part;
          const { confirmed, refused } = repair.counts;
          const note = t.note(unitsIn(repair.counts), confirmed, refused);
          return [{ key: 'repair', name: t.name, path: ['proposals', no, 'repair'], note }];
        },
      },
    ],
  }),
  asks,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['repair.judge', 'repair.record', 'repair.leaks_again', 'repair.drop'],
  steps: inBoth(messages, (t) => t.room.steps),
  left: [
    {
      kind: 'repair',
      place: 16,
      label: inBoth(messages, (t) => t.room.left.repair),
      rows: (
        community,
      ) => sql`select 'repair-' || r.id as item, p.no, p.title, r.started_by as owner, null::int as entrance
    from repair r join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
    where r.community_id = ${community} and r.started_by is not null and p.state not in ('withdrawn', 'declined', 'shelved')
      and exists (select from repair_unit u where u.community_id = r.community_id and u.repair_id = r.id
        and (u.state <> 'confirmed' or u.warranty_to >= (moment() at time zone 'Asia/Shanghai')::date))`,
    },
  ],
} satisfies Room;
