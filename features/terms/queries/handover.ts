import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { openWithGrant } from '@/db/handovers';
import { building, entrance, grants, handover, handoverAcceptance, person } from '@/db/schema/people';
import { mayHandOver } from '@/features/people/policy';
import { has, type Role } from '@/lib/actor';
import { daysAfter } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import { boardQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayInherit, mayTakeOver } from '../policy';
import { mayReceive } from '../rules';

/** Whoever is sent for a term finds what those sent before them left. */
const SENT = 'governance-secretary';

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

/** What a governance secretary leaves, for those who stay: each thing, who has accepted it, and whether they can. */
export const takeOverPage = query({
  name: 'grants.take_over',
  allow: (who, _: { grant: number }) => who.kind === 'person',
  read: async ({ db, communityId, who }, { grant: id }) => {
    const [found] = await db
      .select({ grant: grants, name: person.name })
      .from(grants)
      .innerJoin(person, eq(person.id, grants.personId))
      .where(and(eq(grants.communityId, communityId), eq(grants.id, id)));
    if (!found || who.kind !== 'person') return undefined;
    const { grant, name } = found;
    if (!mayTakeOver(who, { personId: grant.personId, role: grant.role as Role })) return undefined;
    const open = await openWithGrant(db, grant);
    const accepted = await db
      .select({ item: handoverAcceptance.item, receiver: handoverAcceptance.receiverId, name: person.name })
      .from(handoverAcceptance)
      .innerJoin(person, eq(person.id, handoverAcceptance.receiverId))
      .where(and(eq(handoverAcceptance.communityId, communityId), eq(handoverAcceptance.grantId, grant.id)))
      .orderBy(asc(handoverAcceptance.id));
    const own = who.grants.map((held) => ({ ...held, personId: who.personId }));
    return {
      name,
      to: grant.to,
      open: open.map((one) => {
        const by = accepted.filter(({ item }) => item === one.item);
        const isMine = by.some(({ receiver }) => receiver === who.personId);
        return {
          ...one,
          by: by.map((each) => each.name),
          may: !isMine && own.some((held) => mayReceive(one.entranceId, held)),
        };
      }),
    };
  },
});

interface Inherited {
  item: string;
  kind: string;
  no: number | null;
  title: string;
  from: string | null;
  role: Role;
  at: string;
  /** It is not done yet. */
  open: boolean;
  /** In whose hands it is, where not in those of whoever asks. */
  keeper: { name: string | null; role: string } | null;
  /** What was said of it before, the latest first. */
  tried: { words: string; at: string }[];
}

/**
 * What came to whoever asks from those before them, with what was tried; of whoever was sent here before them all they left, also what
 * those who stayed took over meanwhile; and who is who in the community.
 */
export const inherited = query({
  name: 'terms.inherited',
  allow: (who) => mayInherit(who),
  read: async (scope, _: Record<never, never>) => {
    const { communityId: c, who, now } = scope;
    if (who.kind !== 'person') return undefined;
    const me = sql`${who.personId}::int`;
    const things = await rows<Inherited>(
      scope,
      sql`select json_build_object('item', h.item, 'kind', split_part(h.item, '-', 1), 'no', i.no, 'title', h.title,
          'from', p.name, 'role', g.role, 'at', h.at, 'open', i.item is not null,
          'keeper', case when last.receiver_id <> ${me} then json_build_object('name', k.name, 'role', last.to_role) end,
          'tried', case when h.item like 'crack-%' then coalesce((select json_agg(json_build_object('words', r.words,
              'at', r.at) order by r.id desc) from crack_report r where r.community_id = h.community_id
              and r.crack_id = split_part(h.item, '-', 2)::int), '[]')
            when h.item like 'promise-%' then coalesce((select json_agg(json_build_object('words', o.answer,
              'at', coalesce(o.answered_at, o.raised_at))) from commitment m join objection o on o.community_id = m.community_id
                and o.id = m.objection_id
              where m.community_id = h.community_id and m.id = split_part(h.item, '-', 2)::int
                and o.answer <> ''), '[]')
            else '[]'::json end) as view
        from (select distinct on (x.item) x.* from handover x join grants o on o.community_id = x.community_id and o.id = x.grant_id
            where x.community_id = ${c} and (x.receiver_id = ${me} or ${has(who, SENT)} and o.role = ${SENT} and o.person_id <> ${me})
            order by x.item, x.id desc) h
          join grants g on g.community_id = h.community_id and g.id = h.grant_id
          join person p on p.id = g.person_id
          join lateral (select x.receiver_id, x.to_role from handover x where x.community_id = h.community_id and x.item = h.item
            order by x.id desc limit 1) last on true
          join person k on k.id = last.receiver_id
          left join open_items(${c}) i on i.item = h.item
        order by (i.item is null), (last.receiver_id <> ${me}), h.id desc limit 200`,
    );
    const people = await rows<{
      id: number;
      name: string | null;
      role: Role;
      building: string | null;
      entrance: number | null;
    }>(
      scope,
      sql`select json_build_object('id', g.id, 'name', p.name, 'role', g.role, 'building', b.name, 'entrance', e.no) as view
        from grants g join person p on p.id = g.person_id
          left join entrance e on e.community_id = g.community_id and e.id = g.entrance_id
          left join building b on b.community_id = g.community_id and b.id = e.building_id
        where g.community_id = ${c} and g.from_at <= ${now.toISOString()}::timestamptz
          and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz)
        order by (g.entrance_id is not null), g.role, length(b.name), b.name, e.no, g.id limit 300`,
    );
    return { things, people };
  },
});

/** So long after they came it is said where all of it stands. */
const ARRIVED_DAYS = 30;

/** For somebody who was sent here lately: how much those who were sent before them left undone. */
export const arrived = query({
  name: 'terms.arrived',
  allow: (who) => has(who, SENT),
  read: async (scope, _: Record<never, never>) => {
    const { communityId: c, who, now } = scope;
    if (who.kind !== 'person') return undefined;
    const [found] = await rows<{ left: number }>(
      scope,
      sql`select json_build_object('left', (select count(distinct h.item)::int from handover h
            join grants o on o.community_id = h.community_id and o.id = h.grant_id
            join open_items(${c}) i on i.item = h.item
            where h.community_id = ${c} and o.role = ${SENT} and o.person_id <> ${who.personId})) as view
        from (select min(g.from_at) as since from grants g where g.community_id = ${c} and g.person_id = ${who.personId}
            and g.role = ${SENT} and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz)) x
        where x.since > ${daysAfter(now, -ARRIVED_DAYS).toISOString()}::timestamptz`,
    );
    return found;
  },
});

interface Kept {
  id: number;
  kind: string;
  title: string;
  from: string;
  to: string;
  at: string;
  /** It was kept, or what was to be done is done. */
  done: boolean;
}

const KEPT = 30;

/** Who now keeps which promise, by office: for the community, when somebody has left. */
export const boardKeepers = boardQuery({
  name: 'handovers.board',
  shows: () => ['handovers'],
  read: async (scope, { after }: { after: number | null }) => {
    const found = await rows<Kept>(
      scope,
      sql`select json_build_object('id', h.id, 'kind', h.kind, 'title', h.title, 'from', h.from_role, 'to', h.to_role,
          'at', h.at, 'done', case h.kind
            when 'promise' then exists (select from commitment c where c.community_id = h.community_id and c.id = h.of_id
              and c.outcome = 'accepted')
            when 'crack' then exists (select from crack_report r where r.community_id = h.community_id and r.crack_id = h.of_id
              and r.state = 'done') else false end) as view
        from handover h where h.community_id = ${scope.communityId} and ${after === null ? sql`true` : sql`h.id <= ${after}::int`}
        order by h.id desc limit ${KEPT + 2}`,
    );
    const page = pageAfter(found, after, { size: KEPT, key: ({ id }) => id });
    return page && { kept: page.page, next: page.next };
  },
});
