import { and, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { notAgainstOf } from '@/db/against';
import { cases } from '@/db/schema/cases';
import { calendarFeed } from '@/db/schema/orders';
import { asGivenOut } from '@/features/cases/facts';
import { CASE_READERS, mayFindCases } from '@/features/cases/policy';
import { query } from '@/lib/query';

/** The secret of one's own calendar; null where there is none. */
export const myFeed = query({
  name: 'feed.mine',
  allow: (who, _: Record<never, never>) => mayFindCases(who),
  read: async ({ db, communityId, who }) => {
    const [found] = await db
      .select({ secret: calendarFeed.secret })
      .from(calendarFeed)
      .where(
        and(
          eq(calendarFeed.communityId, communityId),
          eq(calendarFeed.personId, who.kind === 'person' ? who.personId : 0),
        ),
      );
    return { secret: found?.secret ?? null };
  },
});

/**
 * What hangs in a calendar at its secret address: number, matter and time of what its owner has in hand, as long as they
 * hold an office here. Whoever has the address needs no session.
 */
export const feedOf = query({
  name: 'feed.read',
  allow: (who, { secret }: { secret: string }) =>
    who.kind === 'visitor' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(secret),
  read: async ({ db, communityId, community, now }, { secret }) => {
    const [owner] = await db
      .select({
        id: calendarFeed.personId,
        reads: sql<boolean>`exists (select from grants g where g.community_id = ${communityId}
          and g.person_id = calendar_feed.person_id and g.entrance_id is null and g.role in (${sql.join(
            CASE_READERS.map((role) => sql`${role}`),
            sql`, `,
          )}) and g.from_at <= ${now.toISOString()}::timestamptz
          and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz))`,
      })
      .from(calendarFeed)
      .where(
        and(
          ...[eq(calendarFeed.communityId, communityId), eq(calendarFeed.secret, secret)],
          sql`exists (select from grants g where g.community_id = ${communityId} and g.person_id = ${calendarFeed.personId}
            and g.entrance_id is null and g.from_at <= ${now.toISOString()}::timestamptz
            and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz))`,
        ),
      );
    if (!owner) return undefined;
    const items = await db
      .select({ no: cases.no, title: owner.reads ? cases.title : asGivenOut(sql`cases`).title, due: cases.dueAt })
      .from(cases)
      .where(
        and(
          ...[eq(cases.communityId, communityId), eq(cases.handlerId, owner.id), isNotNull(cases.dueAt)],
          notAgainstOf(sql`cases`, owner.id),
          // Its clock stands still: no moment is true of it.
          ne(cases.state, 'escalated'),
        ),
      )
      .orderBy(cases.dueAt)
      .limit(500);
    return { name: community.nameZh, now, items };
  },
});
