import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { alternativeWord } from '@/db/schema/alternatives';
import { cases } from '@/db/schema/cases';
import { agency } from '@/db/schema/handling';
import { opinion } from '@/db/schema/opinions';
import { community, household } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { worksPlace } from '@/db/schema/places';
import { noticeOpposition } from '@/db/schema/signoff';
import { milestone, works } from '@/db/schema/works';
import { openQuery, query } from '@/lib/query';
import { mayLookAtPictures, maySeePicture } from './policy';
import type { PictureSubject } from './rules';

interface Wanted {
  id: number;
  size: 'small' | 'large';
}

/** Of a paper either size is the paper. */
const bytesOf = (size: Wanted['size']) => ({
  bytes: sql<Buffer>`coalesce(${picture.pdf}, ${size === 'small' ? picture.small : picture.large})`,
  isPdf: sql<boolean>`${picture.pdf} is not null`,
});

/** A picture on the board, for anybody; undefined when it is not there. */
export const boardPicture = openQuery({
  name: 'picture.board',
  read: async ({ db }, { id, size }: Wanted) => {
    const [row] = await db
      .select(bytesOf(size))
      .from(picture)
      .where(and(eq(picture.id, id), eq(picture.onBoard, true)));
    return row;
  },
});

/** The community a picture belongs to, to ask there whether somebody may see it. */
export const pictureCommunity = openQuery({
  name: 'picture.community',
  read: async ({ db }, { id }: { id: number }) => {
    const [row] = await db
      .select({ slug: community.slug })
      .from(community)
      .where(eq(community.id, sql`community_of_picture(${id})`));
    return row?.slug;
  },
});

/** The household whose words a picture proves, by what the picture is of; null when it proves none. */
const provenBy = sql<number | null>`case ${picture.subject}
  when 'opinion' then (select o.household_id from ${opinion} o
    where o.community_id = ${picture.communityId} and o.id = ${picture.subjectId})
  when 'opposition' then (select o.household_id from ${noticeOpposition} o
    where o.community_id = ${picture.communityId} and o.id = ${picture.subjectId})
  when 'alternative_word' then (select w.household_id from ${alternativeWord} w
    where w.community_id = ${picture.communityId} and w.id = ${picture.subjectId}) end`;

/** Who is asked whether it may hang, having lived there then: as long as nobody on it, and nobody of the office, has said no. */
const asked = sql<number[]>`array(select r.person_id from depicted d
  join occasion o on o.community_id = d.community_id and o.id = ${picture.subjectId}
  join residency r on r.community_id = d.community_id and r.household_id = d.household_id and r.to_at is null
    and r.from_at <= o.starts_at
  where d.community_id = ${picture.communityId} and d.picture_id = ${picture.id} and ${picture.refusedReason} is null
    and not exists (select from depicted x where x.community_id = d.community_id and x.picture_id = d.picture_id
      and x.answer = 'no'))`;

const hidden = {
  subject: picture.subject,
  uploadedBy: picture.uploadedBy,
  household: household.id,
  entrance: household.entranceId,
  againstId: cases.againstId,
  againstRole: agency.role,
  asked,
};

const ofCase = and(
  eq(picture.subject, 'case'),
  ...[eq(cases.communityId, picture.communityId), eq(cases.id, picture.subjectId)],
);
const ofAgainst = and(eq(agency.communityId, cases.communityId), eq(agency.id, cases.againstAgencyId));
const ofProven = and(eq(household.communityId, picture.communityId), eq(household.id, provenBy));

/** A picture that is not on the board, for those who may see it. */
export const ownPicture = query({
  name: 'picture.own',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, { id, size }: Wanted) => {
    const [row] = await db
      .select({ ...bytesOf(size), ...hidden })
      .from(picture)
      .leftJoin(household, ofProven)
      .leftJoin(cases, ofCase)
      .leftJoin(agency, ofAgainst)
      .where(and(eq(picture.communityId, communityId), eq(picture.id, id)));
    return row && maySeePicture(who, row) ? { bytes: row.bytes, isPdf: row.isPdf } : undefined;
  },
});

/** What a list of pictures shows of each: no bytes. */
const shown = {
  id: picture.id,
  caption: picture.caption,
  width: picture.smallWidth,
  height: picture.smallHeight,
  uploadedBy: picture.uploadedBy,
  uploadedAt: picture.uploadedAt,
  onBoard: picture.onBoard,
  refusedReason: picture.refusedReason,
  looked: sql<boolean>`${picture.lookedAtAt} is not null`,
};

/** Pictures of one thing, without their bytes, as far as this person may see them. */
export const picturesOf = query({
  name: 'pictures.of',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, { subject, id }: { subject: PictureSubject; id: number }) => {
    const rows = await db
      .select({ ...shown, ...hidden })
      .from(picture)
      .leftJoin(household, ofProven)
      .leftJoin(cases, ofCase)
      .leftJoin(agency, ofAgainst)
      .where(and(eq(picture.communityId, communityId), eq(picture.subject, subject), eq(picture.subjectId, id)))
      .orderBy(asc(picture.position), asc(picture.id));
    const own = who.kind === 'person' ? who.personId : 0;
    return rows
      .filter((row) => row.onBoard || maySeePicture(who, row))
      .map(({ uploadedBy, subject: _, household: __, entrance: ___, ...row }) => {
        const { againstId: ____, againstRole: _____, asked: ______, ...rest } = row;
        return { ...rest, own: uploadedBy === own };
      });
  },
});

/** Every picture of a building site, milestone by milestone, for whoever looks at pictures; by the number of the works. */
export const sitePictures = query({
  name: 'pictures.site',
  allow: (who, _: { works: number }) => mayLookAtPictures(who) !== null,
  read: async ({ db, communityId, who }, { works: no }) => {
    const rows = await db
      .select({ ...shown, milestone: milestone.name, position: milestone.position })
      .from(picture)
      .leftJoin(
        worksPlace,
        and(
          ...[eq(picture.subject, 'place'), eq(worksPlace.communityId, picture.communityId)],
          eq(worksPlace.id, picture.subjectId),
        ),
      )
      .innerJoin(
        milestone,
        and(
          eq(milestone.communityId, picture.communityId),
          eq(milestone.id, sql`coalesce(${worksPlace.milestoneId}, ${picture.subjectId})`),
        ),
      )
      .innerJoin(works, and(eq(works.communityId, milestone.communityId), eq(works.id, milestone.worksId)))
      .where(
        and(eq(picture.communityId, communityId), inArray(picture.subject, ['milestone', 'place']), eq(works.no, no)),
      )
      .orderBy(asc(milestone.position), asc(picture.position), asc(picture.id));
    const own = who.kind === 'person' ? who.personId : 0;
    return rows.map(({ uploadedBy, ...row }) => ({ ...row, own: uploadedBy === own }));
  },
});
