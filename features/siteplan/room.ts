import { sql } from 'drizzle-orm';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { messages } from './messages';
import { personal } from './personal';
import { mayPublishSite, mayReadSite } from './policy';

export const room = {
  name: 'siteplan',
  board,
  personal,
  doors: [{ path: 'site', label: inBoth(messages, (t) => t.room.door), desk: mayReadSite }],
  duties: [
    {
      name: 'site_draft',
      task: inBoth(messages, (t) => t.room.duty),
      may: (who) => mayPublishSite(who) !== null,
      path: (no) => ['site', no],
      rows: ({ communityId, personId }) => sql`select s.compound_id as no, c.name as title, 1 as count, s.drawn_at as at
        from site_plan s join compound c on c.community_id = s.community_id and c.id = s.compound_id
        where s.community_id = ${communityId} and s.state = 'draft' and s.drawn_by <> ${personId}`,
    },
  ],
  hashed: [{ table: 'site_plan', content: 'shapes', hash: 'hash' }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
