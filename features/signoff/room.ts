import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { decisionFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'signoff',
  letters,
  board,
  personal,
  appendOnly: ['signature'],
  told: [
    {
      ...{ table: 'resolution', acts: ['resolution.sign'], row: `l.subject = 'resolution/' || r.no` },
      words: [
        [`encode(r.hash, 'hex')`, 'hash'],
        ['r.plan_version', 'version'],
      ],
    },
    {
      ...{ table: 'signature', key: 'resolution_id', acts: ['resolution.sign'] },
      row: `l.c ->> 'role' = r.role and l.subject = (select 'resolution/' || x.no from resolution x
        where x.community_id = r.community_id and x.id = r.resolution_id)`,
      words: [[`encode(r.hash, 'hex')`, 'hash']],
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
  desk: atDesk(decisionFacts, standings),
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
