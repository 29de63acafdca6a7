import { sql } from 'drizzle-orm';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { asks } from './asks';
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
    places: {
      start: 610,
      milestones: 620,
      report: 630,
      check: 640,
      delegates: 650,
      completion: 660,
      mending: 665,
      breach: 670,
    },
    parts: [
      {
        place: 60,
        may: mayReadWorks,
        of: ({ facts: { works }, locale }) => {
          if (!works) return [];
          const t = pick(messages, locale).room.part;
          const unkept = works.commitments.filter(({ outcome }) => outcome === 'refused').length;
          const checked = works.milestones.filter((one) => one.checked).length;
          const note = t.note(checked, works.milestones.length, unkept);
          return [{ key: 'works', name: t.name, path: ['works', works.no], note }];
        },
      },
    ],
  }),
  asks,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['commitment.decide', 'acceptance.give', 'acceptance.record'],
  steps: inBoth(messages, (t) => t.room.steps),
  left: [
    {
      kind: 'promise',
      place: 10,
      label: inBoth(messages, (t) => t.room.left.promise),
      rows: (
        community,
      ) => sql`select 'promise-' || c.id as item, w.no, c.text as title, o.answered_by as owner, null::int as entrance
    from commitment c join works w on w.community_id = c.community_id and w.id = c.works_id
    join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
    join objection o on o.community_id = c.community_id and o.id = c.objection_id
    where c.community_id = ${community} and c.outcome is distinct from 'accepted'
      and p.state not in ('withdrawn', 'declined', 'shelved')`,
    },
    {
      // Whoever signed for the district answers for it until the last day of the warranty: one thing, so that it is handed over once.
      kind: 'works',
      place: 15,
      label: inBoth(messages, (t) => t.room.left.works),
      rows: (
        community,
      ) => sql`select 'works-' || w.id as item, w.no, p.title, s.signer_id as owner, null::int as entrance
    from works w join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
    join signature s on s.community_id = w.community_id and s.resolution_id = w.resolution_id
      and s.role = 'governance-secretary'
    where w.community_id = ${community} and p.state not in ('withdrawn', 'declined', 'shelved')
      and (w.completed_at is null or w.completed_at + make_interval(months => w.warranty_months) > moment())`,
    },
  ],
} satisfies Room;
