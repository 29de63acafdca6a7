import { and, asc, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { openWithGrant } from '@/db/handovers';
import { building, entrance, grants, handover, person } from '@/db/schema/people';
import { mayHandOver } from '@/features/people/policy';
import type { Role } from '@/lib/actor';
import { query } from '@/lib/query';
import { mayReceive } from './rules';

/** One grant before it ends: what is open with its holder, who can take over each, and what was handed over already. */
export const handoverPage = query({
  name: 'grants.handover',
  allow: (who, _: { grant: number }) => who.kind === 'person',
  read: async ({ db, communityId, now, who }, { grant: id }) => {
    const [found] = await db
      .select({ grant: grants, name: person.name, building: building.name, entrance: entrance.no })
      .from(grants)
      .innerJoin(person, eq(person.id, grants.personId))
      .leftJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, grants.entranceId)))
      .leftJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
      .where(and(eq(grants.communityId, communityId), eq(grants.id, id)));
    if (!found) return undefined;
    const { grant, ...names } = found;
    const role = grant.role as Role;
    if (!mayHandOver(who, { personId: grant.personId, role })) return undefined;
    const open = await openWithGrant(db, grant);
    const holders = await db
      .select({ personId: grants.personId, role: grants.role, entranceId: grants.entranceId, name: person.name })
      .from(grants)
      .innerJoin(person, eq(person.id, grants.personId))
      .where(and(eq(grants.communityId, communityId), lte(grants.from, now), or(isNull(grants.to), gt(grants.to, now))))
      .orderBy(asc(grants.role), asc(grants.id));
    const others = holders
      .map((one) => ({ ...one, role: one.role as Role }))
      .filter((one) => one.personId !== grant.personId);
    const done = await db
      .select({ item: handover.item, title: handover.title, at: handover.at, receiver: person.name })
      .from(handover)
      .innerJoin(person, eq(person.id, handover.receiverId))
      .where(and(eq(handover.communityId, communityId), eq(handover.grantId, grant.id)))
      .orderBy(desc(handover.id));
    return {
      ...names,
      id: grant.id,
      role,
      over: grant.to !== null && grant.to <= now,
      to: grant.to,
      done,
      open: open.map((one) => ({
        ...one,
        receivers: others.filter((held) => mayReceive(one.entranceId, held)).map(({ entranceId: _, ...who }) => who),
      })),
    };
  },
});
export type HandoverPage = NonNullable<Awaited<ReturnType<typeof handoverPage>>>;

/** How many things are open with the holder of a grant; undefined when there is no such grant to see. */
export const openUnder = query({
  name: 'grants.open',
  allow: (who, _: { grant: number }) => who.kind === 'person',
  read: async ({ db, communityId, who }, { grant: id }) => {
    const [grant] = await db
      .select()
      .from(grants)
      .where(and(eq(grants.communityId, communityId), eq(grants.id, id)));
    if (!grant || !mayHandOver(who, { personId: grant.personId, role: grant.role as Role })) return undefined;
    return (await openWithGrant(db, grant)).length;
  },
});
