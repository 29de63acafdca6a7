import { type SQL, sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import { correctionEnds, mayCorrect } from '@/features/opinions/rules';
import { daysAfter } from '@/lib/calendar';
import { type Database, personQuery } from '@/lib/gate';
import { cursorText, isOver, type LetterCursor } from './rules';

const PAGE = 20;
/** As many unread letters are looked through for the first page; more than five are not shown there. */
const UNREAD = 200;
const NEWEST = 5;

/** One statement whose rows are JSON: moments are ISO texts. */
async function rows<T>(db: Database, statement: SQL): Promise<T[]> {
  const found = await db.execute<{ view: T }>(statement);
  return found.rows.map((row) => row.view);
}

const homesOf = (personId: number) =>
  sql`select r.community_id, r.household_id from residency r where r.person_id = ${personId} and r.to_at is null`;

export interface LetterView {
  id: number;
  kind: string;
  /** Where it leads: an address without language. */
  subject: string;
  detail: string;
  read: boolean;
  /** What it tells is over, though nobody opened it. */
  over: boolean;
  at: string;
  community: { zh: string; en: string };
}

type LetterRow = Omit<LetterView, 'over'> & { state: string | null; stateAt: string | null; until: string | null };

const day = (text: string | null) => (text === null ? null : new Date(text));

const views = (found: LetterRow[], now: Date): LetterView[] =>
  found.map(({ state, stateAt, until, ...one }) => ({
    ...one,
    over: !one.read && isOver({ at: new Date(one.at), state, stateAt: day(stateAt), until: day(until) }, now),
  }));

/** The number after a word in a letter's address. */
const numbered = (place: string) => sql`(substring(l.subject from ${`/${place}/([0-9]{1,9})`}))::integer`;

const lettersOf = (db: Database, personId: number, after: LetterCursor | null, limit: number) =>
  rows<LetterRow>(
    db,
    sql`select json_build_object('id', l.id, 'kind', l.kind, 'subject', l.subject, 'detail', l.detail,
        'read', l.read_at is not null, 'at', l.at, 'community', json_build_object('zh', c.name_zh, 'en', c.name_en),
        'state', p.state, 'stateAt', p.state_at, 'until', case
          when l.kind = 'round_opened' then least(r.closes_at, (select min(o.received_at) from opinion o
            where o.community_id = l.community_id and o.round_id = r.id and o.household_id = l.household_id and o.own))
          when l.kind = 'notice_posted' then (select max(n.to_at) from notice n
            where n.community_id = l.community_id and n.proposal_id = p.id) end) as view
      from letter l join community c on c.id = l.community_id
        left join round r on r.community_id = l.community_id and r.no = ${numbered('rounds')}
        left join works w on w.community_id = l.community_id and w.no = ${numbered('works')}
        left join proposal p on p.community_id = l.community_id and (p.id = coalesce(r.proposal_id, w.proposal_id)
          or p.no = ${numbered('proposals')})
      where (l.community_id, l.id) in (select o.community_id, o.id from letter o where o.person_id = ${personId}
          union all select o.community_id, o.id from letter o join (${homesOf(personId)}) h using (community_id, household_id))
        and ${after ? sql`((l.read_at is not null)::int, -l.id) > (${after.read ? 1 : 0}, ${-after.id})` : sql`true`}
      order by (l.read_at is not null), l.id desc limit ${limit}`,
  );

/** Letters to this person and to their households, unread first, newest first; `next` begins the page after. */
export const myLetters = personQuery({
  name: 'letters.mine',
  read: async ({ db, personId, now }, { after }: { after: LetterCursor | null }) => {
    const found = views(await lettersOf(db, personId, after, PAGE + 1), now);
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
  at: string;
}

interface MyRole {
  community: string;
  zh: string;
  en: string;
  role: string;
}

const placesOf = (db: Database, personId: number) =>
  rows<{ community: string; zh: string; en: string }>(
    db,
    sql`select distinct on (c.slug) json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en) as view
      from (${homesOf(personId)}) h join community c on c.id = h.community_id order by c.slug`,
  );

/** The communities this person lives in. */
export const myHomes = personQuery({
  name: 'homes.mine',
  read: ({ db, personId }, _: Record<never, never>) => placesOf(db, personId),
});

/**
 * What needs this person, over all their communities: the newest unread letters that are still news (and how many are
 * unread), claims of a household, open rounds their household has not answered, what others recorded for it and it may
 * still correct, answers it has not judged, their drafts and proposals, and the roles they hold.
 */
export const myToday = personQuery({
  name: 'today.mine',
  read: async ({ db, personId, now }, _: Record<never, never>) => {
    const moment = sql`${now.toISOString()}::timestamptz`;
    const unread = views(await lettersOf(db, personId, null, UNREAD), now).filter((one) => !one.read);
    const current = unread.filter((one) => !one.over);
    const rounds = await rows<MyRound>(
      db,
      sql`select json_build_object('community', c.slug, 'round', r.no, 'k', r.k, 'title', p.title,
          'closesAt', r.closes_at) as view
        from round r join community c on c.id = r.community_id
          join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
        where r.state = 'open' and r.opens_at <= ${moment} and r.closes_at > ${moment}
          and exists (select 1 from electorate e join (${homesOf(personId)}) h using (community_id, household_id)
            where e.community_id = r.community_id and e.round_id = r.id and e.asked
              and not exists (select 1 from opinion o where o.community_id = e.community_id and o.round_id = e.round_id
                and o.household_id = e.household_id))
        order by r.closes_at limit 20`,
    );
    const recorded = await rows<MyRecorded>(
      db,
      sql`select json_build_object('community', c.slug, 'round', r.no, 'title', p.title, 'receivedAt', o.received_at) as view
        from opinion o join (${homesOf(personId)}) h using (community_id, household_id)
          join round r on r.community_id = o.community_id and r.id = o.round_id
          join community c on c.id = r.community_id
          join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
        where not o.own and o.received_at > ${daysAfter(now, -7).toISOString()}::timestamptz
          and not exists (select 1 from opinion later where later.community_id = o.community_id
            and later.round_id = o.round_id and later.household_id = o.household_id and (later.own or later.seq > o.seq))
        order by o.received_at limit 20`,
    );
    const answers = await rows<{ community: string; title: string; wording: string; answeredAt: string }>(
      db,
      sql`select json_build_object('community', c.slug, 'title', p.title, 'wording', x.wording,
          'answeredAt', x.answered_at) as view
        from objection x join objection_raiser w on w.community_id = x.community_id and w.objection_id = x.id
          join (${homesOf(personId)}) h on h.community_id = w.community_id and h.household_id = w.household_id
          join community c on c.id = x.community_id
          join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
        where x.state = 'answered' and x.merged_into is null and w.verdict is null
        order by x.answered_at limit 20`,
    );
    const roles = await rows<MyRole>(
      db,
      sql`select distinct on (c.slug, g.role) json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en,
          'role', g.role) as view
        from grants g join community c on c.id = g.community_id
        where g.person_id = ${personId} and g.from_at <= ${moment} and (g.to_at is null or g.to_at > ${moment})
        order by c.slug, g.role`,
    );
    const homes = await placesOf(db, personId);
    const claims = await rows<MyClaim>(
      db,
      sql`select json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'building', b.name,
          'entrance', e.no, 'door', u.door, 'state', j.state, 'reason', j.reason, 'at', j.requested_at) as view
        from join_request j join community c on c.id = j.community_id
          join household h on h.community_id = j.community_id and h.id = j.household_id
          join unit u on u.community_id = j.community_id and u.id = h.unit_id
          join entrance e on e.community_id = j.community_id and e.id = h.entrance_id
          join building b on b.community_id = j.community_id and b.id = h.building_id
        where j.person_id = ${personId} and (j.state = 'requested' or j.state = 'refused' and not exists (
          select 1 from join_request later where later.person_id = j.person_id
            and later.community_id = j.community_id and later.id > j.id))
        order by j.id desc limit 5`,
    );
    const proposals = await rows<MyProposal>(
      db,
      sql`select json_build_object('community', c.slug, 'id', p.id, 'no', p.no, 'title', p.title, 'state', p.state,
          'at', p.last_event_at) as view
        from proposal p join community c on c.id = p.community_id
        where p.author_id = ${personId} and p.recorded_by is null
          or p.recorded_by = ${personId} and p.state = 'draft'
          or (p.community_id, p.author_household_id) in (${homesOf(personId)}) and p.state <> 'draft'
        order by p.state = 'draft' desc, p.last_event_at desc limit 10`,
    );
    const open = recorded
      .filter((one) => mayCorrect(new Date(one.receivedAt), now))
      .map((one) => ({ ...one, until: correctionEnds(new Date(one.receivedAt)) }));
    return {
      letters: current.slice(0, NEWEST),
      unread: unread.length,
      ...{ rounds, recorded: open, answers, roles, homes, claims, proposals },
    };
  },
});

export type MyToday = Awaited<ReturnType<typeof myToday>>;
