import { asc, eq, sql } from 'drizzle-orm';
import { community } from '@/db/schema/people';
import { openQuery } from './gate';

const shown = {
  slug: community.slug,
  nameZh: community.nameZh,
  nameEn: community.nameEn,
  placeZh: community.placeZh,
  placeEn: community.placeEn,
  invented: community.invented,
};

/** The communities of this installation, as anybody may know them. */
export const communities = openQuery({
  name: 'site.communities',
  shows: ['/communities'],
  read: ({ db }, limit: number) => db.select(shown).from(community).orderBy(asc(community.id)).limit(limit),
});

/** One community by its slug. */
export const communityNamed = openQuery({
  name: 'site.community',
  read: async ({ db }, slug: string) => {
    /** Its round has run out and nobody carried it on: whoever holds the server can start it again. */
    const over = sql<boolean>`demonstration_over(${community.id})`;
    return (
      await db
        .select({ ...shown, over })
        .from(community)
        .where(eq(community.slug, slug))
    )[0];
  },
});
