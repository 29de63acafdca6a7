import { sql } from 'drizzle-orm';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { asks } from './asks';
import { needFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayGive, mayReadVisits } from './policy';

export const room = {
  name: 'visits',
  letters,
  personal,
  appendOnly: ['need_step'],
  takenAway: { need_step: 'words' },
  said: {
    need: {
      words: ['household_id', 'person_id', 'wording', 'at'],
      course: ['owner_id', 'due_on', 'state', 'state_at'],
    },
    home_visit: {
      words: ['met', 'along', 'said', 'done', 'follows'],
      course: [
        ...['purpose', 'visitor_id', 'outcome', 'visited_at', 'place', 'person_id', 'met', 'along', 'said', 'done'],
        ...['follows', 'round_id', 'recorded_by', 'dropped_at', 'drop_reason'],
      ],
    },
  },
  doors: [
    { path: 'visits', label: inBoth(messages, (t) => t.room.door), desk: mayReadVisits },
    { path: 'visits', label: inBoth(messages, (t) => t.room.mine), me: true },
  ],
  asks,
  record: inBoth(messages, (t) => t.room.record),
  /** Somebody was seen at a door: what it was about is nobody's to find in the record. */
  ofHouseholds: [
    ...['home_visit.plan', 'home_visit.drop', 'home_visit.record', 'care_note.write', 'care_note.end'],
    ...['need.note', 'need.give', 'need.answer', 'need.judge', 'need.turn', 'no_visits.ask', 'no_visits.take_back'],
  ],
  duties: [
    {
      name: 'needs',
      task: inBoth(messages, (t) => t.room.duties.needs),
      count: inBoth(messages, (t) => t.room.duties.several),
      may: (who) => mayGive(who) !== null,
      path: () => ['visits'],
      rows: ({ communityId }) => sql`select min(n.id) as no, '' as title, count(*)::int as count, min(n.at) as at
        from need n where n.community_id = ${communityId} and n.state = 'open' and n.owner_id is null having count(*) > 0`,
    },
  ],
  left: [
    {
      kind: 'need',
      place: 95,
      label: inBoth(messages, (t) => t.room.left),
      rows: (community) => sql`select 'need-' || n.id as item, n.id as no, '' as title, n.owner_id as owner,
          null::int as entrance
        from need n where n.community_id = ${community} and n.state in ('open', 'answered') and n.owner_id is not null`,
    },
  ],
  desk: atDesk(needFacts, [], {
    said: { zh: { refusals: {}, room: { desk: {} } }, en: { refusals: {}, room: { desk: {} } } },
    places: {},
    parts: [
      {
        place: 16,
        may: (who) => mayGive(who) !== null,
        of: ({ facts: { needs }, locale }) => {
          const t = pick(messages, locale).room.part;
          return needs.length === 0
            ? []
            : [{ key: 'needs', name: t.name, path: ['visits'], note: t.note(needs.length) }];
        },
      },
    ],
  }),
} satisfies Room;
