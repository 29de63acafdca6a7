import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { blank } from '@/db/schema/blanks';
import { dataExport } from '@/db/schema/exports';
import { person } from '@/db/schema/people';
import { pageAfter } from '@/lib/cursor';
import { query } from '@/lib/query';
import { maySeeBlanks } from '../policy';

const PAGE = 30;

/** The sheets that were put in, the latest first, and how often each was filled in. */
export const blanksPage = query({
  name: 'blanks.page',
  allow: (who, _: { after: number | null }) => maySeeBlanks(who),
  read: async ({ db, communityId }, { after }) => {
    const found = await db
      .select({
        no: blank.no,
        name: blank.name,
        at: blank.at,
        by: person.name,
        columns: sql<number>`jsonb_array_length(${blank.layout} -> 'columns')`,
        filled: sql<number>`(select count(*)::int from ${dataExport} x where x.community_id = ${blank.communityId}
          and x.blank_id = ${blank.id})`,
      })
      .from(blank)
      .innerJoin(person, eq(person.id, blank.putBy))
      .where(and(eq(blank.communityId, communityId), after === null ? undefined : lte(blank.no, after)))
      .orderBy(desc(blank.no))
      .limit(PAGE + 2);
    const page = pageAfter(found, after, { size: PAGE, key: (row) => row.no });
    return page && { blanks: page.page, next: page.next };
  },
});
export type BlankListed = NonNullable<Awaited<ReturnType<typeof blanksPage>>>['blanks'][number];

/** The number of a sheet that was put in before, by the hash of its file; null: nobody has. */
export const blankOfHash = query({
  name: 'blanks.of_hash',
  allow: (who, _: { hash: string }) => maySeeBlanks(who),
  read: async ({ db, communityId }, { hash }) => {
    const [found] = await db
      .select({ no: blank.no })
      .from(blank)
      .where(and(eq(blank.communityId, communityId), eq(blank.hash, Buffer.from(hash, 'hex'))));
    return { no: found?.no ?? null };
  },
});
