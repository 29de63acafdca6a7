import { type SQL, sql } from 'drizzle-orm';
import { leftOpen } from '@/db/handovers';
import { checkStanding, standingOf } from '@/features/signoff/moves';
import type { Asked, Standing } from '@/lib/act';
import { known, list, momentOf } from '@/lib/facts';
import { query, type Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';
import { rooms } from '../rooms';
import { rest } from './acts';
import { type LifeFacts, lifeFacts } from './facts';
import { hasDuty, idleOf, mayReadDesk, partsOf, roomsOf } from './policy';
import { byUrgency, DUTIES, type Duty, inOrder } from './rules';

/** One statement whose rows are JSON: moments are ISO texts, dates "YYYY-MM-DD". */
/** Rows of a table that belong to the community of the proposal. */
const here = (alias: SQL) => sql`${alias}.community_id = proposal.community_id`;

const parts = rooms.flatMap((room) => room.desk ?? []);
const deskFacts = { ...lifeFacts, ...Object.assign({}, ...parts.map((part) => part.facts)) } as typeof lifeFacts;

/** Every act at the desk with one proposal, as it stands for whoever asks. */
const actsOf = (asked: Asked<LifeFacts>): Standing[] =>
  [...parts.flatMap((part) => part.standings(asked)), ...rest(asked)].sort(inOrder);

const livesOf = (scope: Scope, where: SQL): Promise<LifeFacts[]> =>
  known(
    scope,
    deskFacts,
    sql`from proposal where proposal.community_id = ${scope.communityId} and proposal.no is not null and ${where}
      order by proposal.last_event_at desc limit 200`,
  );

/** The bar of the desk: whose it is, and the rooms this person finds something in. */
export const deskRooms = query({
  name: 'desk.rooms',
  allow: () => true,
  read: async ({ community, who }, _: Record<never, never>) => {
    const { slug, nameZh, nameEn, invented } = community;
    return { community: { slug, nameZh, nameEn, invented }, rooms: roomsOf(who) };
  },
});

interface DutyRow {
  no: number;
  title: string;
  count: number;
  at: string;
}

/** So long a case that belongs to no proposal yet is shown to the social worker. */
const NEW_CASE_DAYS = 14;

const duties = ({ communityId, now, who }: Scope): Record<Duty, SQL> => {
  const person = who.kind === 'person' ? who.personId : 0;
  return {
    joins: sql`select x.id as no, b.name || '-' || e.no || '-' || u.door as title, 1 as count, x.requested_at as at
      from join_request x join household h on h.community_id = x.community_id and h.id = x.household_id
      join unit u on u.community_id = h.community_id and u.id = h.unit_id
      join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
      join building b on b.community_id = h.community_id and b.id = h.building_id
      where x.community_id = ${communityId} and x.state = 'requested' and x.person_id <> ${person}`,
    cases: sql`select x.no, x.title, 1 as count, x.received_at as at from cases x
      where x.community_id = ${communityId} and x.received_at > ${now}::timestamptz - interval '${sql.raw(String(NEW_CASE_DAYS))} days'
        and not exists (select 1 from case_link l where l.community_id = x.community_id and l.case_id = x.id)`,
    plan_pictures: sql`select p.no, p.title, count(*) as count, min(x.uploaded_at) as at
      from picture x join plan l on l.community_id = x.community_id and l.id = x.subject_id
      join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
      where x.community_id = ${communityId} and x.subject = 'plan' and x.looked_at_at is null
        and x.uploaded_by <> ${person} and (l.state = 'draft' or l.version = (select max(y.version) from plan y
          where y.community_id = l.community_id and y.proposal_id = l.proposal_id and y.state = 'published'))
      group by p.no, p.title`,
    site_pictures: sql`select w.no, p.title, count(*) as count, min(x.uploaded_at) as at
      from picture x join milestone m on m.community_id = x.community_id and m.id = x.subject_id
      join works w on w.community_id = m.community_id and w.id = m.works_id
      join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
      where x.community_id = ${communityId} and x.subject = 'milestone' and x.looked_at_at is null
        and x.uploaded_by <> ${person} group by w.no, p.title`,
    handover: sql`select x.id as no, coalesce(n.name, '—') as title, count(*) as count, x.to_at as at
      from ${leftOpen(communityId, now)} x join person n on n.id = x.person_id where x.person_id <> ${person}
        and x.role not in ('party-secretary', 'district') group by x.id, n.name, x.to_at`,
  };
};

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
    const lines = lives.flatMap((life) =>
      actsOf({ facts: life, who, now })
        .filter((one) => one.needed && one.block === null)
        .map(({ act, path, door, count = 1, at, due, groups }) => ({
          ...{ act, path, door, title: life.title, count, at, due, groups },
        })),
    );
    const own = DUTIES.filter((duty) => hasDuty(who, duty));
    const all = duties(scope);
    const parts = own.map(
      (duty) => sql`(select ${duty}::text as duty, k.* from (${all[duty]}) k order by at limit 50)`,
    );
    const others =
      parts.length > 0
        ? await rows<DutyRow & { duty: Duty }>(
            scope,
            sql`select row_to_json(t) as view from (${sql.join(parts, sql` union all `)}) t`,
          )
        : [];
    const page: Record<Duty, (no: number) => (string | number)[]> = {
      joins: (no) => ['joins', no],
      cases: (no) => ['cases', no],
      plan_pictures: (no) => ['proposals', no, 'plans', 'drawings'],
      site_pictures: (no) => ['works', no, 'pictures'],
      handover: (no) => ['grants', no, 'handover'],
    };
    for (const { duty, no, title, count, at } of others)
      lines.push({
        ...{ act: duty, path: page[duty](no), door: false, title, count },
        at: momentOf(at),
        due: null,
        groups: [],
      });
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
    const standing = judged ? checkStanding(await standingOf(db, { communityId, id: life.id }, life.shares)) : null;
    const facts: LifeFacts = standing ? { ...life, agreement: standing.ok ? null : standing.refusal } : life;
    if (!head) return undefined;
    return {
      ...{ head, facts, now },
      /** Rounds stand among the parts. */
      acts: actsOf({ facts, who, now })
        .filter(({ act }) => act !== 'decide' && act !== 'round')
        .map(({ offices, ...one }) => ({ ...one, by: offices() })),
      parts: partsOf(who),
    };
  },
});
export type DeskLife = NonNullable<Awaited<ReturnType<typeof deskLife>>>;
export type DeskStanding = DeskLife['acts'][number];
