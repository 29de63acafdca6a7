import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { building, entrance, grants, person } from '@/db/schema/people';
import { term } from '@/db/schema/terms';
import type { Role } from '@/lib/actor';
import { query } from '@/lib/query';
import { mayHandOver, maySeeGrants } from '../policy';

import { named } from './place';

/** Who holds what here, who has held it, the terms; and the entrances a captain can be given. */
export const grantsPage = query({
  name: 'grants.page',
  allow: maySeeGrants,
  read: async ({ db, communityId, now, who }) => {
    const rows = await db
      .select({
        id: grants.id,
        role: grants.role,
        name: person.name,
        personId: grants.personId,
        building: sql<string | null>`case when ${building.id} is null then null else ${named} end`,
        entrance: entrance.no,
        from: grants.from,
        to: grants.to,
        current: sql<boolean>`${grants.to} is null or ${grants.to} > ${now.toISOString()}::timestamptz`,
      })
      .from(grants)
      .innerJoin(person, eq(person.id, grants.personId))
      .leftJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, grants.entranceId)))
      .leftJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
      .where(eq(grants.communityId, communityId))
      .orderBy(asc(grants.role), asc(grants.id))
      .limit(500);
    const terms = await db
      .select({ id: term.id, name: person.name, cohort: term.cohort, post: term.post, from: term.from, to: term.to })
      .from(term)
      .innerJoin(person, eq(person.id, term.personId))
      .where(eq(term.communityId, communityId))
      .orderBy(desc(term.from));
    const entrances = await db
      .select({ id: entrance.id, no: entrance.no, building: named })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
      .where(eq(entrance.communityId, communityId))
      .orderBy(sql`length(${building.name})`, building.name, building.compoundId, entrance.no);
    const secretary = who.kind === 'person' && who.grants.some((grant) => grant.role === 'party-secretary');
    const me = who.kind === 'person' ? who.personId : null;
    const held = rows.map(({ personId, role: named, ...row }) => {
      const role = named as Role;
      return { ...row, role, mine: personId === me, closable: mayHandOver(who, { personId, role }) !== null };
    });
    return { grants: held, terms, entrances, secretary };
  },
});
export type GrantView = NonNullable<Awaited<ReturnType<typeof grantsPage>>>['grants'][number];
