import { and, asc, between, desc, eq, inArray, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { caseCategory } from '@/db/schema/handling';
import { caseEvent } from '@/db/schema/orders';
import { building } from '@/db/schema/people';
import { boardQuery } from '@/lib/query';
import type { Refusal } from '@/lib/result';
import {
  type CategoryRow,
  MOST_REQUESTS,
  type Service,
  type Status,
  servicesIn,
  spanOf,
  statesOf,
  statusOf,
  type ToldStep,
} from '../rules';

/** What can be sent in here. */
export const services = boardQuery({
  name: 'open311.services',
  shows: () => ['cases'],
  read: async ({ db, communityId, community }, _: Record<never, never>) => {
    const tree: CategoryRow[] = await db
      .select({
        id: caseCategory.id,
        parentId: caseCategory.parentId,
        name: caseCategory.name,
        retiredAt: caseCategory.retiredAt,
      })
      .from(caseCategory)
      .where(eq(caseCategory.communityId, communityId));
    const all: Service[] = servicesIn(tree);
    return { community: { zh: community.nameZh, en: community.nameEn }, services: all };
  },
});

/** The one building of this name. */
export const buildingCalled = boardQuery({
  name: 'open311.building',
  shows: () => ['cases'],
  read: async ({ db, communityId }, { name }: { name: string }) => {
    const found = await db
      .select({ id: building.id })
      .from(building)
      .where(and(eq(building.communityId, communityId), eq(building.name, name)))
      .limit(2);
    return found.length === 1 ? found[0]?.id : undefined;
  },
});

export interface Asked {
  /** These, whenever they came; nothing else is asked then. */
  numbers: readonly number[] | null;
  services: readonly number[] | null;
  /** Also those of no category. */
  other: boolean;
  status: readonly Status[] | null;
  from: Date | null;
  to: Date | null;
}

/** Cases that hang on the board, those that came to hang last first. When their writers pressed a button is not told. */
export const requests = boardQuery({
  name: 'open311.requests',
  shows: () => ['cases'],
  read: async (scope, asked: Asked) => {
    const { db, communityId, now } = scope;
    const { numbers, services: codes, other, status } = asked;
    const span = numbers ? null : spanOf(asked.from, asked.to, now);
    if (span && !span.ok) return { refusal: span.refusal as Refusal, requests: [] };
    const ofService =
      codes &&
      sql`(${cases.categoryId} = any (${sql.param([...codes])}::int[])
      or ${other} and ${cases.categoryId} is null)`;
    const found = await db
      .select({
        no: cases.no,
        title: cases.title,
        place: cases.place,
        building: building.name,
        categoryId: cases.categoryId,
        category: caseCategory.name,
        state: cases.state,
        postedAt: sql<string>`to_json(${cases.postedAt})#>>'{}'`,
        toldAt: sql<string | null>`(select to_json(max(e.at))#>>'{}' from ${caseEvent} e
          where e.community_id = ${communityId} and e.case_id = ${cases.id})`,
      })
      .from(cases)
      .leftJoin(building, and(eq(building.communityId, cases.communityId), eq(building.id, cases.buildingId)))
      .leftJoin(
        caseCategory,
        and(eq(caseCategory.communityId, cases.communityId), eq(caseCategory.id, cases.categoryId)),
      )
      .where(
        and(
          eq(cases.communityId, communityId),
          ...(span
            ? [
                between(cases.postedAt, span.value.from, span.value.to),
                ofService ?? undefined,
                status ? inArray(cases.state, status.flatMap(statesOf)) : undefined,
              ]
            : [sql`${cases.no} = any (${sql.param([...(numbers ?? [])])}::int[])`]),
        ),
      )
      .orderBy(desc(cases.postedAt), desc(cases.id))
      .limit(MOST_REQUESTS);
    const all = found.map(({ state, postedAt, toldAt, ...one }) => ({
      ...one,
      status: statusOf(state),
      postedAt: new Date(postedAt),
      toldAt: new Date(toldAt ?? postedAt),
    }));
    return { refusal: null, requests: all };
  },
});
export type Request311 = NonNullable<Awaited<ReturnType<typeof requests>>>['requests'][number];

/** What became of cases that hang, one step after another, the first first. */
export const updates = boardQuery({
  name: 'open311.updates',
  shows: () => ['cases'],
  read: async ({ db, communityId, now }, asked: { from: Date | null; to: Date | null }) => {
    const span = spanOf(asked.from, asked.to, now);
    if (!span.ok) return { refusal: span.refusal as Refusal, updates: [] };
    const found = await db
      .select({ id: caseEvent.id, no: cases.no, step: caseEvent.step, at: caseEvent.at })
      .from(caseEvent)
      .innerJoin(cases, and(eq(cases.communityId, caseEvent.communityId), eq(cases.id, caseEvent.caseId)))
      .where(and(eq(caseEvent.communityId, communityId), between(caseEvent.at, span.value.from, span.value.to)))
      .orderBy(asc(caseEvent.at), asc(caseEvent.id))
      .limit(MOST_REQUESTS);
    return { refusal: null, updates: found as ((typeof found)[number] & { step: ToldStep })[] };
  },
});
