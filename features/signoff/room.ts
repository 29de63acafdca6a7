import { sql } from 'drizzle-orm';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { formatUntil, inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { decisionFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadSignoff } from './policy';

export const room = {
  name: 'signoff',
  letters,
  board,
  personal,
  appendOnly: ['signature'],
  told: [
    {
      table: 'resolution',
      acts: ['resolution.sign'],
      row: `l.subject = 'resolution/' || r.no`,
      words: [
        [`encode(r.hash, 'hex')`, 'hash'],
        ['r.plan_version', 'version'],
      ],
    },
    {
      table: 'signature',
      key: 'resolution_id',
      acts: ['resolution.sign'],
      row: `l.c ->> 'role' = r.role and l.subject = (select 'resolution/' || x.no from resolution x
        where x.community_id = r.community_id and x.id = r.resolution_id)`,
      words: [
        [`encode(r.hash, 'hex')`, 'hash'],
        ['r.signer_id', '$by'],
      ],
    },
  ],
  hashed: [{ table: 'resolution', content: 'canonical', hash: 'hash' }],
  said: {
    notice_opposition: {
      words: [
        ...[
          'notice_id',
          'household_id',
          'person_id',
          'words',
          'recorder_id',
          'channel',
          'proof',
          'witness_id',
          'witness',
        ],
        ...['message', 'at', 'replaced_at', 'answer', 'upheld', 'answered_by', 'answered_at'],
      ],
      course: ['replaced_at', 'answer', 'upheld', 'answered_by', 'answered_at'],
    },
    resolution: {
      words: [
        'no',
        'proposal_id',
        'notice_id',
        'plan_version',
        'canonical',
        'hash',
        'created_at',
        'signed_at',
        'leaf_seq',
      ],
      course: ['signed_at', 'leaf_seq'],
    },
    appeal: {
      words: ['proposal_id', 'person_id', 'words', 'at', 'decision', 'reason', 'decided_by', 'decided_on'],
      course: ['decision', 'reason', 'decided_by', 'decided_on'],
    },
  },
  doors: [{ path: 'resolutions', label: inBoth(messages, (t) => t.room.doors.resolutions), board: true }],
  desk: atDesk(decisionFacts, standings, {
    said: messages,
    places: { agreement: 470, decide: 490, opposition: 550, signature: 560, notice: 570, return: 580 },
    parts: [
      {
        place: 50,
        may: mayReadSignoff,
        of: ({ facts: { no, state, notice }, locale }) => {
          const t = pick(messages, locale).room.part;
          const path = state === 'agreed' || notice ? ['proposals', no, 'notice'] : null;
          return [
            { key: 'notice', name: t.name, path, note: notice ? t.note(formatUntil(notice.to, locale)) : t.none },
          ];
        },
      },
    ],
    waits: ({ facts: { state, notice }, now, locale }) =>
      state === 'noticed' && notice && notice.to > now
        ? [{ key: 'notice', text: pick(messages, locale).room.part.waits(formatUntil(notice.to, locale)) }]
        : [],
  }),
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['notice.oppose', 'notice.record_opposition'],
  steps: inBoth(messages, (t) => t.room.steps),
  left: [
    {
      kind: 'opposition',
      place: 50,
      label: inBoth(messages, (t) => t.room.left.opposition),
      rows: (
        community,
      ) => sql`select 'opposition-' || x.id as item, p.no, p.title, x.posted_by as owner, null::int as entrance
    from notice x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    where x.community_id = ${community} and x.state = 'running' and exists (select 1 from notice_opposition y
      where y.community_id = x.community_id and y.notice_id = x.id and y.answered_at is null and y.replaced_at is null)`,
    },
  ],
} satisfies Room;
