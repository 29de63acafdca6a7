import { sql } from 'drizzle-orm';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { planFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadDrafts } from './policy';
import { versionsOf } from './rules';

export const room = {
  name: 'plans',
  letters,
  board,
  desk: atDesk(planFacts, standings, {
    said: messages,
    places: { judged: 410, changes: 420, judging: 430, publication: 440, draft: 450 },
    parts: [
      {
        place: 10,
        may: mayReadDrafts,
        of: ({ facts: { no, plans }, locale }) => {
          const t = pick(messages, locale).room.part;
          const { published, draft } = versionsOf(plans);
          const versions = [
            published && t.published(published.version, published.title),
            draft && t.draft(draft.version),
          ];
          const note = versions.filter(Boolean).join(locale === 'zh' ? '；' : '; ') || t.none;
          return [{ key: 'plans', name: t.name, path: ['proposals', no, 'plans'], note }];
        },
      },
    ],
  }),
  personal,
  appendOnly: ['plan_condition'],
  record: inBoth(messages, (t) => t.room.record),
  steps: inBoth(messages, (t) => t.room.steps),
  left: [
    {
      kind: 'plan',
      place: 30,
      label: inBoth(messages, (t) => t.room.left.plan),
      rows: (
        community,
      ) => sql`select 'plan-' || x.id as item, p.no, p.title, x.drafted_by as owner, null::int as entrance
    from plan x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    where x.community_id = ${community} and x.state = 'draft' and p.state in ('consulting', 'redesign')`,
    },
  ],
} satisfies Room;
