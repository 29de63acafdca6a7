import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import { cache } from 'react';
import { community, district, street } from '@/db/schema/people';
import { openQuery } from './query';

const shown = {
  slug: community.slug,
  nameZh: community.nameZh,
  nameEn: community.nameEn,
  /** Where it lies, or what is said of it instead. */
  placeZh: sql<string>`coalesce(nullif(${community.noteZh}, ''), ${district.nameZh} || ${street.nameZh}, '')`,
  placeEn: sql<string>`coalesce(nullif(${community.noteEn}, ''), ${street.nameEn} || ', ' || ${district.nameEn}, '')`,
  invented: community.invented,
  /** Where somebody answers who is there for people; empty: nobody has said. */
  telephone: community.telephone,
};

/** What a community of a demonstration waits for, in the database's own words: moments are texts. */
export interface WaitsFor {
  now: string;
  roundEnds: string | null;
  noticeEnds: string | null;
  /** When the last works that are being verified were completed. */
  completedAt: string | null;
  /** Its waves of callbacks that have been drawn. */
  drawn: string[];
}

const inStreet = eq(street.id, community.streetId);
const inDistrict = eq(district.id, street.districtId);

/** The communities of this installation, as anybody may know them. */
export const communities = openQuery({
  name: 'site.communities',
  shows: ['/communities'],
  read: ({ db }, limit: number) =>
    db
      .select(shown)
      .from(community)
      .leftJoin(street, inStreet)
      .leftJoin(district, inDistrict)
      .orderBy(asc(community.id))
      .limit(limit),
});

/** Districts with an address of their own. */
export const districts = openQuery({
  name: 'site.districts',
  shows: ['/communities'],
  read: ({ db }, limit: number) =>
    db
      .select({ slug: sql<string>`${district.slug}`, nameZh: district.nameZh, nameEn: district.nameEn })
      .from(district)
      .where(isNotNull(district.slug))
      .orderBy(asc(district.id))
      .limit(limit),
});

/** One community by its slug; asked once for a page and its frame. */
export const communityNamed = cache(
  openQuery({
    name: 'site.community',
    read: async ({ db }, slug: string) => {
      /** Its round has run out and nobody carried it on: whoever holds the server can start it again. */
      const over = sql<boolean>`demonstration_over(${community.id})`;
      const waitsFor = sql<WaitsFor | null>`case when ${community.invented} then waits_for(${community.id}) end`;
      const found = await db
        .select({ ...shown, over, waitsFor })
        .from(community)
        .leftJoin(street, inStreet)
        .leftJoin(district, inDistrict)
        .where(eq(community.slug, slug));
      return found[0];
    },
  }),
);
