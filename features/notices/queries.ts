import { type SQL, sql } from 'drizzle-orm';
import { correctionEnds, mayCorrect } from '@/features/opinions/rules';
import { daysAfter } from '@/lib/calendar';
import { type Database, personQuery } from '@/lib/gate';
import { cursorText, type LetterCursor } from './rules';

const PAGE = 20;

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
  at: string;
  community: { zh: string; en: string };
}

const lettersOf = (db: Database, personId: number, after: LetterCursor | null, limit: number) =>
  rows<LetterView>(
    db,
    sql`select json_build_object('id', l.id, 'kind', l.kind, 'subject', l.subject, 'detail', l.detail,
        'read', l.read_at is not null, 'at', l.at, 'community', json_build_object('zh', c.name_zh, 'en', c.name_en)) as view
      from letter l join community c on c.id = l.community_id
      where (l.person_id = ${personId} or (l.community_id, l.household_id) in (${homesOf(personId)}))
        and ${after ? sql`((l.read_at is not null)::int, -l.id) > (${after.read ? 1 : 0}, ${-after.id})` : sql`true`}
      order by (l.read_at is not null), l.id desc limit ${limit}`,
  );

/** Letters to this person and to their households, unread first, newest first; `next` begins the page after. */
export const myLetters = personQuery({
  name: 'letters.mine',
  read: async ({ db, personId }, { after }: { after: LetterCursor | null }) => {
    const found = await lettersOf(db, personId, after, PAGE + 1);
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
 * What needs this person, over all their communities: unread letters (at most 20), open rounds their household has not
 * answered, what others recorded for it and it may still correct, answers it has not judged, and the roles they hold.
 */
export const myToday = personQuery({
  name: 'today.mine',
  read: async ({ db, personId, now }, _: Record<never, never>) => {
    const moment = sql`${now.toISOString()}::timestamptz`;
    const letters = (await lettersOf(db, personId, null, PAGE)).filter((one) => !one.read);
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
    const open = recorded
      .filter((one) => mayCorrect(new Date(one.receivedAt), now))
      .map((one) => ({ ...one, until: correctionEnds(new Date(one.receivedAt)) }));
    return { letters, rounds, recorded: open, answers, roles, homes };
  },
});

export type MyToday = Awaited<ReturnType<typeof myToday>>;
