import { sql } from 'drizzle-orm';
import { notAgainstOf } from '@/db/against';
import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth, pick } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { pictureFacts } from './facts';
import { messages } from './messages';
import { personal } from './personal';
import { mayLookAtPictures } from './policy';

export const room = {
  name: 'pictures',
  board,
  personal,
  desk: atDesk(pictureFacts, standings, {
    said: messages,
    places: { pictures: 730 },
    parts: [
      {
        place: 80,
        of: ({ facts: { no, pictures }, locale }) => {
          const t = pick(messages, locale).room.part;
          return [
            { key: 'pictures', name: t.name, path: ['proposals', no, 'pictures'], note: t.note(pictures.length) },
          ];
        },
      },
    ],
  }),
  seenFromAnywhere: { picture: 'on_board' },
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['picture.add', 'picture.remove'],
  duties: [
    {
      name: 'plan_pictures',
      task: inBoth(messages, (t) => t.room.duties.plan),
      count: inBoth(messages, (t) => t.room.count),
      may: (who) => mayLookAtPictures(who) !== null,
      path: (no) => ['proposals', no, 'plans', 'drawings'],
      rows: ({ communityId, personId }) => sql`select p.no, p.title, count(*) as count, min(x.uploaded_at) as at
        from picture x join plan l on l.community_id = x.community_id and l.id = x.subject_id
        join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
        where x.community_id = ${communityId} and x.subject = 'plan' and x.looked_at_at is null
          and x.uploaded_by <> ${personId} and (l.state = 'draft' or l.version = (select max(y.version) from plan y
            where y.community_id = l.community_id and y.proposal_id = l.proposal_id and y.state = 'published'))
        group by p.no, p.title`,
    },
    {
      name: 'case_pictures',
      task: inBoth(messages, (t) => t.room.duties.case),
      count: inBoth(messages, (t) => t.room.count),
      may: (who) => mayLookAtPictures(who) !== null,
      path: (no) => ['cases', no, 'pictures'],
      rows: ({ communityId, personId }) => sql`select k.no, k.title, count(*) as count, min(x.uploaded_at) as at
        from picture x join cases k on k.community_id = x.community_id and k.id = x.subject_id
        where x.community_id = ${communityId} and x.subject = 'case' and x.looked_at_at is null
          and x.uploaded_by <> ${personId} and k.posted_at is not null and ${notAgainstOf(sql`k`, personId)}
        group by k.no, k.title`,
    },
    {
      name: 'occasion_pictures',
      task: inBoth(messages, (t) => t.room.duties.occasions),
      count: inBoth(messages, (t) => t.room.count),
      may: (who) => mayLookAtPictures(who) !== null,
      path: (no) => ['occasions', no, 'pictures'],
      rows: ({ communityId, personId }) => sql`select o.no, p.title, count(*) as count, min(x.uploaded_at) as at
        from picture x join occasion o on o.community_id = x.community_id and o.id = x.subject_id
        join programme p on p.community_id = o.community_id and p.id = o.programme_id
        where x.community_id = ${communityId} and x.subject = 'occasion' and x.looked_at_at is null
          and x.uploaded_by <> ${personId} and not exists (select from depicted d where d.community_id = x.community_id
            and d.picture_id = x.id and d.answer is distinct from 'yes')
        group by o.no, p.title`,
    },
    {
      name: 'site_pictures',
      task: inBoth(messages, (t) => t.room.duties.site),
      count: inBoth(messages, (t) => t.room.count),
      may: (who) => mayLookAtPictures(who) !== null,
      path: (no) => ['works', no, 'pictures'],
      rows: ({ communityId, personId }) => sql`select w.no, p.title, count(*) as count, min(x.uploaded_at) as at
        from picture x left join works_place z on x.subject = 'place' and z.community_id = x.community_id and z.id = x.subject_id
        join milestone m on m.community_id = x.community_id and m.id = coalesce(z.milestone_id, x.subject_id)
        join works w on w.community_id = m.community_id and w.id = m.works_id
        join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        where x.community_id = ${communityId} and x.subject in ('milestone', 'place') and x.looked_at_at is null
          and x.uploaded_by <> ${personId} group by w.no, p.title`,
    },
    {
      name: 'paper_pictures',
      task: inBoth(messages, (t) => t.room.duties.papers),
      count: inBoth(messages, (t) => t.room.count),
      may: (who) => mayLookAtPictures(who) !== null,
      path: (no) => ['proposals', no, 'papers'],
      rows: ({ communityId, personId }) => sql`select p.no, p.title, count(*) as count, min(x.uploaded_at) as at
        from picture x left join legal_gate g on x.subject = 'gate' and g.community_id = x.community_id and g.id = x.subject_id
        left join outside_consent o on x.subject = 'consent' and o.community_id = x.community_id and o.id = x.subject_id
        join proposal p on p.community_id = x.community_id and p.id = coalesce(g.proposal_id, o.proposal_id)
        where x.community_id = ${communityId} and x.subject in ('gate', 'consent') and x.looked_at_at is null
          and x.uploaded_by <> ${personId} group by p.no, p.title`,
    },
  ],
} satisfies Room;
