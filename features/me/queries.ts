import { type SQL, sql } from 'drizzle-orm';
import type { Office } from '@/db/words/offices';
import type { Stance } from '@/db/words/opinions';
import type { ProposalState } from '@/db/words/proposals';
import type { ShiftPart } from '@/db/words/stewards';
import { isAsking, isNobodys } from '@/features/alternatives/facts';
import { NEWS_DAYS } from '@/features/letters/rules';
import { correctableUntil, mayCorrect } from '@/features/opinions/rules';
import { rooms } from '@/features/rooms';
import { endOfPart } from '@/features/stewards/rules';
import { type Day, daysAfter, shanghaiDate } from '@/lib/calendar';
import { personQuery } from '@/lib/query';
import type { Asked } from '@/lib/room';
import { called, onDuty, signedUp, writtenDown } from './queries/asked';
import { list, one, withHomes } from './queries/own';
import { cursorText, type LetterCursor } from './rules';

const PAGE = 20;
const NEWEST = 5;

export interface LetterView {
  id: number;
  kind: string;
  /** The number of what it is about. */
  no: number;
  /** As its kind declares it. */
  detail: object;
  read: boolean;
  /** It asks for nothing any more, though nobody opened it. */
  over: boolean;
  /** Because of its age alone: what it is about may go on. */
  old: boolean;
  at: string;
  community: { slug: string; zh: string; en: string };
}

/** Keys of the letters to this person and, since they live there, to their households: what came before was another's. */
const keysOfMine = (personId: number) => sql`(select o.community_id, o.id from letter o where o.person_id = ${personId}
  union all select o.community_id, o.id from letter o join homes using (community_id, household_id)
    where o.at >= homes.from_at)`;

const lettersOf = (personId: number, now: SQL, which: SQL, limit: number) =>
  list(sql`select json_build_object('id', l.id, 'kind', l.kind, 'no', l.about_no, 'detail', l.detail,
      'read', l.read_at is not null, 'over', l.read_at is null and l.until <= ${now},
      'old', l.until >= l.at + make_interval(days => ${NEWS_DAYS}), 'at', l.at,
      'community', json_build_object('slug', c.slug, 'zh', c.name_zh, 'en', c.name_en)) as view
    from letter l join community c on c.id = l.community_id
    where (l.community_id, l.id) in ${keysOfMine(personId)} and ${which}
    order by (l.read_at is not null), l.id desc limit ${limit}`);

const momentOf = (now: Date) => sql`${now.toISOString()}::timestamptz`;

/** Letters to this person and to their households, unread first, newest first; `next` begins the page after. */
export const myLetters = personQuery({
  name: 'letters.mine',
  read: async ({ db, personId, now }, { after }: { after: LetterCursor | null }) => {
    const which = after
      ? sql`((l.read_at is not null)::int, -l.id) > (${after.read ? 1 : 0}, ${-after.id})`
      : sql`true`;
    const found = await one<LetterView[]>(
      db,
      sql`${withHomes(personId)} select ${lettersOf(personId, momentOf(now), which, PAGE + 1)} as view`,
    );
    const letters = found.slice(0, PAGE);
    const last = letters.at(-1);
    return { letters, next: found.length > PAGE && last ? cursorText(last) : null };
  },
});

interface MyRecorded {
  community: string;
  /** Of a round; null: of alternatives. */
  round: number | null;
  proposal: number;
  title: string;
  receivedAt: string;
  /** Until then the household may speak anyhow. */
  closesAt: string;
}

export interface MyClaim {
  community: string;
  zh: string;
  en: string;
  building: string;
  entrance: number;
  door: string;
  state: 'requested' | 'refused';
  reason: string | null;
  at: string;
}

export interface MyProposal {
  community: string;
  id: number;
  /** Null: a draft. */
  no: number | null;
  title: string;
  state: ProposalState;
  /** Nobody has looked at it yet. */
  waits: boolean;
  at: string;
}

interface MyRole {
  community: string;
  zh: string;
  en: string;
  role: string;
}

interface MyPlace {
  community: string;
  zh: string;
  en: string;
}

const places = sql`select distinct on (c.slug) json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en) as view
  from homes join community c on c.id = homes.community_id order by c.slug`;

/** The communities this person lives in. */
export const myHomes = personQuery({
  name: 'homes.mine',
  read: ({ db, personId }, _: Record<never, never>) =>
    one<MyPlace[]>(db, sql`${withHomes(personId)} select ${list(places)} as view`),
});

const duties = (personId: number, now: SQL) => sql`select distinct on (c.slug, g.role) json_build_object(
    'community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'role', g.role) as view
  from grants g join community c on c.id = g.community_id
  where g.person_id = ${personId} and g.from_at <= ${now} and (g.to_at is null or g.to_at > ${now})
  order by c.slug, g.role`;

/** So long after it is over an office is still spoken of. */
const OVER_DAYS = 365;

/** The last office where they hold none any more: what became of it stands at its desk. */
const over = (personId: number, now: SQL) => sql`select distinct on (c.slug) json_build_object(
    'community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'role', g.role, 'to', g.to_at) as view
  from grants g join community c on c.id = g.community_id
  where g.person_id = ${personId} and g.to_at <= ${now} and g.to_at > ${now} - make_interval(days => ${OVER_DAYS})
    and not exists (select from grants o where o.person_id = g.person_id and o.community_id = g.community_id
      and (o.to_at is null or o.to_at > ${now}))
  order by c.slug, g.to_at desc, g.id desc`;

/** Offices above communities. */
const above = (personId: number, now: SQL) => sql`select distinct on (d.slug, g.office) json_build_object(
    'district', d.slug, 'zh', d.name_zh, 'en', d.name_en, 'office', g.office) as view
  from office_grant g join district d on d.id = g.district_id
  where g.person_id = ${personId} and g.from_at <= ${now} and (g.to_at is null or g.to_at > ${now})
  order by d.slug, g.office limit 50`;

/** Claims of a household that wait, or were refused and not made again. */
const claimed = (
  personId: number,
) => sql`select json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en,
    'building', b.name, 'entrance', e.no, 'door', u.door, 'state', j.state, 'reason', j.reason,
    'at', j.requested_at) as view
  from join_request j join community c on c.id = j.community_id
    join household h on h.community_id = j.community_id and h.id = j.household_id
    join unit u on u.community_id = j.community_id and u.id = h.unit_id
    join entrance e on e.community_id = j.community_id and e.id = h.entrance_id
    join building b on b.community_id = j.community_id and b.id = h.building_id
  where j.person_id = ${personId} and (j.state = 'requested' or j.state = 'refused' and not exists (
    select 1 from join_request later where later.person_id = j.person_id
      and later.community_id = j.community_id and later.id > j.id))
  order by j.id desc limit 5`;

/** Drafts they write for themselves or for somebody, and what was brought for them or their household. */
const brought = (personId: number) => sql`select json_build_object('community', c.slug, 'id', p.id, 'no', p.no,
    'title', p.title, 'state', p.state, 'waits', p.waits, 'at', p.last_event_at) as view
  from proposal p join community c on c.id = p.community_id
  where p.author_id = ${personId} and p.recorded_by is null
    or p.recorded_by = ${personId} and p.state = 'draft'
    or (p.community_id, p.author_household_id) in (select community_id, household_id from homes) and p.state <> 'draft'
  order by p.state = 'draft' desc, p.last_event_at desc limit 10`;

interface MyWord {
  community: string;
  no: number;
  title: string;
  supports: boolean;
  /** Its latest word in a round. */
  stance: Stance | null;
  k: number | null;
  /** It has said which alternatives it can live with. */
  compared: boolean;
  /** Until when it may say something else: in this round, or, null, of the alternatives. */
  change: { round: number | null; until: string } | null;
}

/** Proposals their household supports or has said something about: what may be changed first, then the last moved. */
const spoken = (now: SQL) => sql`select json_build_object('community', c.slug, 'no', p.no, 'title', p.title,
    'supports', exists (select 1 from support s join homes using (community_id, household_id)
      where s.community_id = p.community_id and s.proposal_id = p.id),
    'stance', word.stance, 'k', word.k, 'compared', compared.closes_at is not null,
    'change', case when compared.open then json_build_object('round', null, 'until', compared.closes_at)
      when word.open then json_build_object('round', word.no, 'until', word.closes_at) end) as view
  from (select s.community_id, s.proposal_id from support s join homes using (community_id, household_id)
      union select r.community_id, r.proposal_id from opinion o join homes using (community_id, household_id)
        join round r on r.community_id = o.community_id and r.id = o.round_id
      union select c.community_id, c.proposal_id from alternative_word w join homes using (community_id, household_id)
        join comparison c on c.community_id = w.community_id and c.id = w.comparison_id where not ${isNobodys()}) did
    join proposal p on p.community_id = did.community_id and p.id = did.proposal_id
    join community c on c.id = p.community_id
    left join lateral (select o.stance, r.k, r.no, r.closes_at, r.state = 'open' and r.closes_at > ${now} as open
      from opinion o join homes using (community_id, household_id)
        join round r on r.community_id = o.community_id and r.id = o.round_id
      where r.community_id = p.community_id and r.proposal_id = p.id
      order by r.k desc, o.own desc, o.seq desc limit 1) word on true
    left join lateral (select c.closes_at, ${isAsking(now)} as open
      from comparison c join alternative_word w on w.community_id = c.community_id and w.comparison_id = c.id
        join homes h on h.community_id = w.community_id and h.household_id = w.household_id
      where c.community_id = p.community_id and c.proposal_id = p.id and not ${isNobodys()}
      order by c.id desc limit 1) compared on true
  order by not (coalesce(compared.open, false) or coalesce(word.open, false)), p.last_event_at desc limit 10`;

interface Today {
  letters: LetterView[];
  unread: number;
  /** By the act it is said with. */
  asked: Record<string, Asked[]>;
  recorded: MyRecorded[];
  meetings: { community: string; no: number; title: string; place: string; startsAt: string }[];
  occasions: {
    community: string;
    no: number;
    title: string;
    place: string;
    startsAt: string;
    slotMinutes: number | null;
    slot: number;
    waiting: boolean;
  }[];
  turns: { community: string; day: Day; part: ShiftPart }[];
  roles: MyRole[];
  over: (MyRole & { to: string })[];
  offices: { district: string; zh: string; en: string; office: Office }[];
  homes: MyPlace[];
  claims: MyClaim[];
  proposals: MyProposal[];
  spoken: MyWord[];
}

const asks = rooms.flatMap((room) => room.asks ?? []);

/** What each room asks of their household, by its act. */
const askedOf = (of: Parameters<(typeof asks)[number]['rows']>[0]) =>
  sql.join(
    asks.map(({ act, rows }) => sql`${act}::text, ${list(rows(of))}`),
    sql`, `,
  );

/**
 * What needs this person, over all their communities: the newest unread letters that are still news (and how many
 * they are), claims of a household, what its rooms ask of their household, what others recorded for it and it may
 * still correct, meetings, what it signed up for and turns to come, their drafts and proposals, what it has said so far, and the roles they hold. One statement.
 */
export const myToday = personQuery({
  name: 'today.mine',
  read: async ({ db, personId, now: moment }, _: Record<never, never>) => {
    const now = momentOf(moment);
    const { recorded, turns, ...today } = await one<Today>(
      db,
      sql`${withHomes(personId)} select json_build_object(
        'letters', ${lettersOf(personId, now, sql`l.read_at is null and l.until > ${now}`, NEWEST)},
        'unread', (select count(*) from letter l where l.read_at is null and l.until > ${now}
          and (l.community_id, l.id) in ${keysOfMine(personId)}),
        'asked', json_build_object(${askedOf({ personId, now, moment })}),
        'recorded', ${list(writtenDown(momentOf(daysAfter(moment, -7))))},
        'meetings', ${list(called(now))},
        'occasions', ${list(signedUp(now))},
        'turns', ${list(onDuty(personId, shanghaiDate(moment)))},
        'roles', ${list(duties(personId, now))},
        'over', ${list(over(personId, now))},
        'offices', ${list(above(personId, now))},
        'homes', ${list(places)},
        'claims', ${list(claimed(personId))},
        'proposals', ${list(brought(personId))},
        'spoken', ${list(spoken(now))}) as view`,
    );
    const open = recorded
      .filter((one) => mayCorrect(new Date(one.receivedAt), moment))
      .map((one) => ({ ...one, until: correctableUntil(new Date(one.receivedAt), new Date(one.closesAt)) }));
    return { ...today, recorded: open, turns: turns.filter((turn) => endOfPart(turn) > moment) };
  },
});

export type MyToday = Awaited<ReturnType<typeof myToday>>;
