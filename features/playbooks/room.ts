import { sql } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { playbookFacts } from './facts';
import { messages } from './messages';
import { personal } from './personal';
import { mayAdoptPlaybook, mayKeepPlaybook, mayReadPlaybooks } from './policy';

export const room = {
  name: 'playbooks',
  board,
  personal,
  doors: [
    { path: 'playbooks', label: inBoth(messages, (t) => t.room.doors.playbooks), board: true, desk: mayReadPlaybooks },
  ],
  appendOnly: ['playbook_version', 'playbook_review'],
  hungEverywhere: { playbook: 'true', playbook_version: 'true', playbook_review: 'true', playbook_adoption: 'true' },
  desk: atDesk(playbookFacts, standings, { said: messages, places: { playbook: 760 } }),
  duties: [
    {
      name: 'playbook_reviews',
      task: inBoth(messages, (t) => t.room.duties.review),
      may: (who) => mayKeepPlaybook(who) !== null,
      path: (no) => ['playbooks', no, 'review'],
      rows: ({ communityId, now }) => sql`select b.no, v.name as title, 1 as count,
          b.review_on::timestamp at time zone 'Asia/Shanghai' as at,
          (b.review_on + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 second' as due
        from playbook b join playbook_version v on v.community_id = b.community_id and v.playbook_id = b.id
          and v.version = b.version
        where b.community_id = ${communityId} and b.retired_at is null and b.review_on <= ${shanghaiDate(now)}::date`,
    },
    {
      name: 'playbook_outcomes',
      task: inBoth(messages, (t) => t.room.duties.outcome),
      may: (who) => mayAdoptPlaybook(who) !== null,
      path: (no) => ['playbooks', 'adoptions', no],
      rows: ({ communityId, now }) => sql`select a.id as no, v.name as title, 1 as count,
          a.ask_on::timestamp at time zone 'Asia/Shanghai' as at
        from playbook_adoption a join playbook_version v on v.community_id = a.origin_id
          and v.playbook_id = a.playbook_id and v.version = a.version
        where a.community_id = ${communityId} and a.outcome is null and a.ask_on <= ${shanghaiDate(now)}::date`,
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
