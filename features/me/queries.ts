import { type SQL, sql } from 'drizzle-orm';
import type { Stance } from '@/db/words/opinions';
import type { ProposalState } from '@/db/words/proposals';
import { NEWS_DAYS } from '@/features/letters/rules';
import { correctionEnds, mayCorrect } from '@/features/opinions/rules';
import { isDisowned } from '@/features/proposals/facts';
import { daysAfter } from '@/lib/calendar';
import { personQuery } from '@/lib/query';
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

interface MyRound {
  community: string;
  round: number;
  k: number;
  title: string;
  closesAt: string;
}

interface MyRecorded {
  community: string;
  round: number;
  title: string;
  receivedAt: string;
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

/** Rounds their household is asked in and has not answered. */
const asking = (
  now: SQL,
) => sql`select json_build_object('community', c.slug, 'round', r.no, 'k', r.k, 'title', p.title,
    'closesAt', r.closes_at) as view
  from round r join community c on c.id = r.community_id
    join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
  where r.state = 'open' and r.opens_at <= ${now} and r.closes_at > ${now}
    and exists (select 1 from electorate e join homes using (community_id, household_id)
      where e.community_id = r.community_id and e.round_id = r.id and e.asked
        and not exists (select 1 from opinion o where o.community_id = e.community_id and o.round_id = e.round_id
          and o.household_id = e.household_id and not ${isDisowned(sql`o`)}))
  order by r.closes_at limit 20`;

/** What others wrote down for their household since `since`, where it stands. */
const writtenDown = (since: SQL) => sql`select json_build_object('community', c.slug, 'round', r.no, 'title', p.title,
    'receivedAt', o.received_at) as view
  from opinion o join homes using (community_id, household_id)
    join round r on r.community_id = o.community_id and r.id = o.round_id
    join community c on c.id = r.community_id
    join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
  where not o.own and o.received_at > ${since}
    and not exists (select 1 from opinion later where later.community_id = o.community_id
      and later.round_id = o.round_id and later.household_id = o.household_id and (later.own or later.seq > o.seq)
      and not ${isDisowned(sql`later`)})
  order by o.received_at limit 20`;

/** Answers to their objections that wait for their word. */
const answered = sql`select json_build_object('community', c.slug, 'title', p.title, 'wording', x.wording,
    'answeredAt', x.answered_at) as view
  from objection x join objection_raiser w on w.community_id = x.community_id and w.objection_id = x.id
    join homes h on h.community_id = w.community_id and h.household_id = w.household_id
    join community c on c.id = x.community_id
    join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
  where x.state = 'answered' and x.merged_into is null and w.verdict is null
  order by x.answered_at limit 20`;

const duties = (personId: number, now: SQL) => sql`select distinct on (c.slug, g.role) json_build_object(
    'community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'role', g.role) as view
  from grants g join community c on c.id = g.community_id
  where g.person_id = ${personId} and g.from_at <= ${now} and (g.to_at is null or g.to_at > ${now})
  order by c.slug, g.role`;

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
}

/** Proposals their household supports or has said something about, the last moved first. */
const spoken = sql`select json_build_object('community', c.slug, 'no', p.no, 'title', p.title,
    'supports', exists (select 1 from support s join homes using (community_id, household_id)
      where s.community_id = p.community_id and s.proposal_id = p.id),
    'stance', word.stance, 'k', word.k) as view
  from (select s.community_id, s.proposal_id from support s join homes using (community_id, household_id)
      union select r.community_id, r.proposal_id from opinion o join homes using (community_id, household_id)
        join round r on r.community_id = o.community_id and r.id = o.round_id) did
    join proposal p on p.community_id = did.community_id and p.id = did.proposal_id
    join community c on c.id = p.community_id
    left join lateral (select o.stance, r.k from opinion o join homes using (community_id, household_id)
        join round r on r.community_id = o.community_id and r.id = o.round_id
      where r.community_id = p.community_id and r.proposal_id = p.id
      order by r.k desc, o.own desc, o.seq desc limit 1) word on true
  order by p.last_event_at desc limit 10`;

interface Today {
  letters: LetterView[];
  unread: number;
  rounds: MyRound[];
  recorded: MyRecorded[];
  answers: { community: string; title: string; wording: string; answeredAt: string }[];
  roles: MyRole[];
  homes: MyPlace[];
  claims: MyClaim[];
  proposals: MyProposal[];
  spoken: MyWord[];
}

/**
 * What needs this person, over all their communities: the newest unread letters that are still news (and how many
 * they are), claims of a household, open rounds their household has not answered, what others recorded for it and it may
 * still correct, answers it has not judged, their drafts and proposals, what it has said so far, and the roles they hold. One statement.
 */
export const myToday = personQuery({
  name: 'today.mine',
  read: async ({ db, personId, now: moment }, _: Record<never, never>) => {
    const now = momentOf(moment);
    const { recorded, ...today } = await one<Today>(
      db,
      sql`${withHomes(personId)} select json_build_object(
        'letters', ${lettersOf(personId, now, sql`l.read_at is null and l.until > ${now}`, NEWEST)},
        'unread', (select count(*) from letter l where l.read_at is null and l.until > ${now}
          and (l.community_id, l.id) in ${keysOfMine(personId)}),
        'rounds', ${list(asking(now))},
        'recorded', ${list(writtenDown(momentOf(daysAfter(moment, -7))))},
        'answers', ${list(answered)},
        'roles', ${list(duties(personId, now))},
        'homes', ${list(places)},
        'claims', ${list(claimed(personId))},
        'proposals', ${list(brought(personId))},
        'spoken', ${list(spoken)}) as view`,
    );
    const open = recorded
      .filter((one) => mayCorrect(new Date(one.receivedAt), moment))
      .map((one) => ({ ...one, until: correctionEnds(new Date(one.receivedAt)) }));
    return { ...today, recorded: open };
  },
});

export type MyToday = Awaited<ReturnType<typeof myToday>>;
