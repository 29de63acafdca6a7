import { sql } from 'drizzle-orm';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { asks } from './asks';
import { board } from './board';
import { unreviewed } from './facts';
import { messages } from './messages';
import { personal } from './personal';
import { maySeeCouncil } from './policy';

export const room = {
  name: 'council',
  board,
  personal,
  doors: [{ path: 'council', label: inBoth(messages, (t) => t.room.door), board: true, desk: maySeeCouncil }],
  asks,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['project.review'],
  said: {
    council_review: { words: ['project_id', 'half', 'verdict', 'words', 'at'], course: ['why', 'why_by'] },
  },
  duties: [
    {
      name: 'council_why',
      task: inBoth(messages, (t) => t.room.duties.why),
      may: maySeeCouncil,
      path: (no) => ['council', 'projects', no],
      rows: ({ communityId }) => sql`select p.no, p.title, 1 as count, v.at from council_review v
        join council_project p on p.community_id = v.community_id and p.id = v.project_id
        where v.community_id = ${communityId} and v.verdict <> 'done' and v.why = ''`,
    },
    {
      name: 'council_review',
      task: inBoth(messages, (t) => t.room.duties.review),
      count: inBoth(messages, (t) => t.room.duties.several),
      may: maySeeCouncil,
      path: () => ['council'],
      rows: ({ communityId, now }) => sql`select min(p.no) as no, '' as title, count(*)::int as count, min(p.at) as at
        from council_project p where p.community_id = ${communityId}
          and ${unreviewed(sql`${now.toISOString()}::timestamptz`, now)} having count(*) > 0`,
    },
  ],
} satisfies Room;
