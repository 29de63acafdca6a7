import { and, desc, eq, gt, isNull, lte, max, or, type SQL, sql } from 'drizzle-orm';
import { letter } from '@/db/schema/letters';
import { grants } from '@/db/schema/people';
import { letters } from '@/features/letters/letters';
import { countedFacts, standingOf } from '@/features/signoff/moves';
import type { Role, Who } from '@/lib/actor';
import { list } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { rooms } from '../rooms';
import { idleOf, mayReadDesk, mayTell } from './policy';
import { actsOf, type LifeFacts, livesOf, partsOf, waitingAt } from './queries/lines';

/** Rows of a table that belong to the community of the proposal. */
const here = (alias: SQL) => sql`${alias}.community_id = proposal.community_id`;

const doorsOf = (who: Who) => rooms.flatMap(({ doors = [] }) => doors.filter(({ desk }) => desk?.(who)));

/** What somebody without any office here held last: their own, so they may know that it is over. Null: they never held one. */
async function heldBefore({ db, communityId, who, now }: Scope): Promise<{ role: Role; to: Date } | null> {
  if (who.kind !== 'person' || who.grants.length > 0) return null;
  const [last] = await db
    .select({ role: grants.role, to: grants.to })
    .from(grants)
    .where(and(eq(grants.communityId, communityId), eq(grants.personId, who.personId), lte(grants.to, now)))
    .orderBy(desc(grants.to), desc(grants.id))
    .limit(1);
  return last?.to ? { role: last.role as Role, to: last.to } : null;
}

/** The bar of the desk: whose it is, and the doors behind which this person finds something; or which office of theirs is over. */
export const deskRooms = query({
  name: 'desk.rooms',
  allow: () => true,
  read: async (scope, _: Record<never, never>) => {
    const { community, who, now } = scope;
    const { slug, nameZh, nameEn, invented } = community;
    return { community: { slug, nameZh, nameEn, invented }, doors: doorsOf(who), over: await heldBefore(scope), now };
  },
});

/** What needs this person at the desk today, overdue first, then by day. Two statements. */
export const deskToday = query({
  name: 'desk.today',
  allow: (who, _: Record<never, never>) => mayReadDesk(who),
  read: async (scope) => {
    const { who, now, community } = scope;
    const [{ lives, lines } = { lives: [], lines: [] }] = await waitingAt([scope]);
    const { nameZh, nameEn } = community;
    const progress = lives
      .filter((one) => !['declined', 'verified'].includes(one.state))
      .map(({ no, title, state, stateAt }) => ({ no, title, state, stateAt }));
    return { nameZh, nameEn, now, lines, progress, idle: idleOf(who) };
  },
});
export type DeskToday = NonNullable<Awaited<ReturnType<typeof deskToday>>>;
export type TodayLine = DeskToday['lines'][number];

interface Head {
  place: string;
  problem: string;
  ask: string;
  building: string | null;
  recorded: boolean;
  lookAgainOn: string | null;
  cases: { for: number; against: number; other: number };
  events: {
    kind: string;
    to: LifeFacts['state'] | null;
    role: string;
    reason: string;
    detail: Record<string, string | number>;
    at: string;
  }[];
}

const headOf = sql`json_build_object('place', proposal.place, 'problem', proposal.problem, 'ask', proposal.ask,
  'recorded', proposal.recorded_by is not null, 'lookAgainOn', proposal.look_again_on,
  'building', (select b.name from household h join building b on b.community_id = h.community_id and b.id = h.building_id
    where ${here(sql`h`)} and h.id = proposal.author_household_id),
  'cases', (select json_build_object('for', count(*) filter (where l.side = 'for'),
      'against', count(*) filter (where l.side = 'against'), 'other', count(*) filter (where l.side = 'other')) from case_link l
    where ${here(sql`l`)} and l.proposal_id = proposal.id),
  'events', ${list(sql`select json_agg(json_build_object('kind', e.kind, 'to', e.to_state, 'role', e.role,
      'reason', e.reason, 'detail', e.detail, 'at', e.at) order by e.id) from proposal_event e
    where ${here(sql`e`)} and e.proposal_id = proposal.id`)})`;

/** The desk's page of one proposal: where it stands, every act and whose it is, its parts, and what has happened. */
export const deskLife = query({
  name: 'desk.proposal',
  allow: (who, _: { no: number }) => mayReadDesk(who),
  read: async (scope, { no }) => {
    const { db, communityId, now, who } = scope;
    const [life] = await livesOf([scope], sql`proposal.no = ${no} and proposal.state <> 'draft'`);
    if (!life) return undefined;
    const [head] = await rows<Head>(
      scope,
      sql`select ${headOf} as view from proposal where proposal.community_id = ${communityId} and proposal.no = ${no}`,
    );
    const judged = ['consulting', 'agreed', 'noticed'].includes(life.state);
    const standing = judged ? countedFacts(await standingOf(db, { communityId, id: life.id }, life.shares)) : null;
    const facts: LifeFacts = { ...life, ...standing };
    if (!head) return undefined;
    return {
      head,
      facts,
      now,
      acts: actsOf({ facts, who, now })
        .filter(({ todayOnly }) => !todayOnly)
        .map(({ offices, ...one }) => ({ ...one, by: offices() })),
      parts: partsOf(who),
    };
  },
});
export type DeskLife = NonNullable<Awaited<ReturnType<typeof deskLife>>>;
export type DeskStanding = DeskLife['acts'][number];

/** Who holds an office here, whether it is at the desk or at doors, and when they were last told what came to them. */
export const inOffice = query({
  name: 'desk.in_office',
  allow: (who, _: Record<never, never>) => mayTell(who) !== null,
  read: async ({ db, communityId, now }) => {
    const people = await db
      .select({
        person: grants.personId,
        desk: sql<boolean>`bool_or(${grants.role} <> 'captain')`,
        toldAt: max(letter.at),
      })
      .from(grants)
      .leftJoin(
        letter,
        and(
          ...[eq(letter.communityId, communityId), eq(letter.personId, grants.personId)],
          ...[eq(letter.kind, letters.duties.kind), sql`not ${letter.detail} ? 'district'`],
        ),
      )
      .where(and(eq(grants.communityId, communityId), lte(grants.from, now), or(isNull(grants.to), gt(grants.to, now))))
      .groupBy(grants.personId)
      .orderBy(grants.personId);
    return { people, now };
  },
});
