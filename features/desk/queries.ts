import { and, eq, gt, isNull, lte, max, or, type SQL, sql } from 'drizzle-orm';
import { leftOpen } from '@/db/handovers';
import { letter } from '@/db/schema/letters';
import { grants } from '@/db/schema/people';
import { letters } from '@/features/letters/letters';
import { mayHandOver } from '@/features/people/policy';
import { baseFacts } from '@/features/proposals/facts';
import { roundFacts } from '@/features/rounds/facts';
import { countedFacts, standingOf } from '@/features/signoff/moves';
import type { Asked, Standing } from '@/lib/act';
import type { Who } from '@/lib/actor';
import { type Known, known, list, momentOf } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import type { Refusal } from '@/lib/result';
import type { Duty } from '@/lib/room';
import { rows } from '@/lib/rows';
import { inBoth } from '@/lib/words';
import { rooms } from '../rooms';
import { messages } from './messages';
import { idleOf, mayReadDesk, mayTell } from './policy';
import { byUrgency } from './rules';

/** Rows of a table that belong to the community of the proposal. */
const here = (alias: SQL) => sql`${alias}.community_id = proposal.community_id`;

/** What the desk itself reads of what the rooms know of a proposal. */
const readHere = { ...baseFacts, shares: roundFacts.shares };
type LifeFacts = Known<typeof readHere> & {
  /** Whether its groups agree; undefined where nobody has counted. Null: they do. */
  agreement?: Refusal | null;
};

const parts = rooms.flatMap((room) => room.desk ?? []);
const deskFacts: typeof readHere = Object.assign({}, ...parts.map((part) => part.facts));
const places: Record<string, number> = Object.assign({}, ...parts.map((part) => part.places));

/** What of a proposal whoever asks may read. */
const partsOf = (who: Who) =>
  parts
    .flatMap((one) => one.parts ?? [])
    .filter(({ may }) => may?.(who) ?? true)
    .sort((a, b) => a.place - b.place);

/** Every act at the desk with one proposal, as it stands for whoever asks. */
const actsOf = (asked: Asked<LifeFacts>): Standing[] =>
  parts.flatMap((part) => part.standings(asked)).sort((a, b) => (places[a.act] ?? 0) - (places[b.act] ?? 0));

const livesOf = (scope: Scope, where: SQL): Promise<LifeFacts[]> =>
  known(
    scope,
    deskFacts,
    sql`from proposal where proposal.community_id = ${scope.communityId} and proposal.no is not null and ${where}
      order by proposal.last_event_at desc limit 200`,
  );

const doorsOf = (who: Who) => rooms.flatMap(({ doors = [] }) => doors.filter(({ desk }) => desk?.(who)));

/** The bar of the desk: whose it is, and the doors behind which this person finds something. */
export const deskRooms = query({
  name: 'desk.rooms',
  allow: () => true,
  read: async ({ community, who, now }, _: Record<never, never>) => {
    const { slug, nameZh, nameEn, invented } = community;
    return { community: { slug, nameZh, nameEn, invented }, doors: doorsOf(who), now };
  },
});

/** One thing that waits: an act with a proposal, or a duty beside them. */
type DeskLine = Pick<Standing, 'act' | 'wording' | 'path' | 'door' | 'at' | 'due' | 'groups' | 'words'> & {
  title: string;
  count: number;
  duty?: Duty;
};

interface DutyRow {
  no: number;
  title: string;
  count: number;
  at: string;
  due: string | null;
}

/** 交接 of what those who left had open reads every room, so no room holds it. */
const handover: Duty = {
  name: 'handover',
  task: inBoth(messages, (words) => words.handover),
  may: (who) => mayHandOver(who, { personId: 0, role: 'social-worker' }) !== null,
  path: (no) => ['grants', no, 'handover'],
  rows: ({ communityId, personId, now }) => sql`select x.id as no, coalesce(n.name, '—') as title, count(*) as count,
      x.to_at as at
    from ${leftOpen(communityId, now)} x join person n on n.id = x.person_id where x.person_id <> ${personId}
      and x.role not in ('party-secretary', 'district') group by x.id, n.name, x.to_at`,
};

/** What this person's roles have waiting beside the proposals. */
async function dutiesOf(scope: Scope): Promise<DeskLine[]> {
  const { communityId, now, who } = scope;
  const personId = who.kind === 'person' ? who.personId : 0;
  const own = [...rooms.flatMap(({ duties = [] }) => duties), handover].filter(({ may }) => may(who));
  if (own.length === 0) return [];
  const parts = own.map(
    ({ name, rows: waiting }) =>
      sql`(select ${name}::text as name, k.no, k.title, k.count, k.at, (to_jsonb(k) ->> 'due')::timestamptz as due
        from (${waiting({ communityId, personId, now })}) k order by at limit 50)`,
  );
  const found = await rows<DutyRow & { name: string }>(
    scope,
    sql`select row_to_json(t) as view from (${sql.join(parts, sql` union all `)}) t`,
  );
  return found.flatMap(({ name, no, title, count, at, due }) => {
    const duty = own.find((one) => one.name === name);
    if (!duty) return [];
    return {
      act: name,
      wording: name,
      duty,
      path: duty.path(no),
      door: false,
      title,
      count,
      at: momentOf(at),
      due: due === null ? null : momentOf(due),
      groups: [],
      words: [],
    };
  });
}

/**
 * What needs this person at the desk today: of every proposal the acts it waits for and they can do now, and what else
 * their roles have waiting. Overdue first, then by day. Two statements.
 */
export const deskToday = query({
  name: 'desk.today',
  allow: (who, _: Record<never, never>) => mayReadDesk(who),
  read: async (scope) => {
    const { who, now, community } = scope;
    const lives = await livesOf(
      scope,
      sql`proposal.state not in ('draft', 'merged', 'verified', 'shelved', 'withdrawn')`,
    );
    const lines = lives.flatMap((life): DeskLine[] =>
      actsOf({ facts: life, who, now })
        .filter((one) => one.needed && one.block === null)
        .map(({ act, wording, path, door, count = 1, at, due, groups, words }) => ({
          act,
          wording,
          path,
          door,
          title: life.title,
          count,
          at,
          due,
          groups,
          words,
        })),
    );
    lines.push(...(await dutiesOf(scope)));
    const { nameZh, nameEn } = community;
    const progress = lives
      .filter((one) => one.state !== 'declined')
      .map(({ no, title, state, stateAt }) => ({ no, title, state, stateAt }));
    return { nameZh, nameEn, now, lines: lines.sort(byUrgency), progress, idle: idleOf(who) };
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
  cases: { for: number; against: number };
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
      'against', count(*) filter (where l.side = 'against')) from case_link l
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
    const [life] = await livesOf(scope, sql`proposal.no = ${no} and proposal.state <> 'draft'`);
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
          eq(letter.kind, letters.duties.kind),
        ),
      )
      .where(and(eq(grants.communityId, communityId), lte(grants.from, now), or(isNull(grants.to), gt(grants.to, now))))
      .groupBy(grants.personId)
      .orderBy(grants.personId);
    return { people, now };
  },
});
