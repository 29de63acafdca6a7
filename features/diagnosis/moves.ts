import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { crack, crackRaise } from '@/db/schema/diagnosis';
import type { CrackState } from '@/db/words/diagnosis';
import { ANSWERED } from '@/db/words/orders';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';

/** What a diagnosis rests on, counted of the last year. */
export interface Basis {
  day: string;
  cases: number;
  unanswered: number;
  overdue: number;
  /** Of the last closed round of each proposal: households asked, and reached. */
  asked: number;
  reached: number;
}

const YEAR_DAYS = 365;

export async function basisOf({ db, communityId: c, now }: Pick<Scope, 'db' | 'communityId' | 'now'>): Promise<Basis> {
  const day = shanghaiDate(now);
  const from = startOfDay(addDays(day, -YEAR_DAYS)).toISOString();
  const answered = sql`k.state = any (${sql.param([...ANSWERED])}::text[])`;
  const { rows } = await db.execute<{ basis: Omit<Basis, 'day'> }>(sql`
    select json_build_object('cases', count(*), 'unanswered', count(*) filter (where not (${answered})),
        'overdue', count(*) filter (where not (${answered}) and k.due_at < ${now.toISOString()}::timestamptz),
        'asked', (select coalesce(sum(x.supports + x.conditional + x.opposes + x.no_view + x.refused + x.not_home + x.not_tried), 0)
          from round_cell x where x.community_id = ${c} and x.round_id in (select max(r.id) from round r
            where r.community_id = ${c} and r.state <> 'open' and r.closed_at >= ${from}::timestamptz group by r.proposal_id)),
        'reached', (select coalesce(sum(x.supports + x.conditional + x.opposes + x.no_view), 0)
          from round_cell x where x.community_id = ${c} and x.round_id in (select max(r.id) from round r
            where r.community_id = ${c} and r.state <> 'open' and r.closed_at >= ${from}::timestamptz group by r.proposal_id))) as basis
      from cases k where k.community_id = ${c} and k.into_id is null and k.happened_at >= ${from}::timestamptz`);
  const none = { cases: 0, unanswered: 0, overdue: 0, asked: 0, reached: 0 };
  return { day, ...none, ...rows[0]?.basis };
}

/** Of one kind of matter what of the last year is not answered yet, and what was answered and was not solved as whoever complained says. */
export interface Unsolved {
  /** As whoever sent it calls it, in two steps; empty: nobody said. */
  kind: string;
  unanswered: number;
  unsolved: number;
}

/** So many kinds are shown; nobody looks for a cause among more. */
const KINDS = 12;

/** Of the cases that `visible` says, by kind, those with most first. */
export async function unsolvedIn(
  { db, communityId: c, now }: Pick<Scope, 'db' | 'communityId' | 'now'>,
  visible: SQL,
): Promise<Unsolved[]> {
  const from = startOfDay(addDays(shanghaiDate(now), -YEAR_DAYS)).toISOString();
  const { rows } = await db.execute<{ view: Unsolved }>(sql`
    select json_build_object('kind', x.kind, 'unanswered', x.unanswered, 'unsolved', x.unsolved) as view from (
      select k.kind, count(*) filter (where not k.answered)::int as unanswered,
          count(*) filter (where k.answered and k.resolved is distinct from 'yes' and k.resolved is not null)::int as unsolved
        from (select coalesce(nullif(array_to_string((string_to_array(${cases.category}, '->'))[1:2], ' · '), ''), g.name, '') as kind,
              ${cases.state} = any (${sql.param([...ANSWERED])}::text[]) as answered,
              (select l.resolved from case_call l where l.community_id = ${c} and l.case_id = ${cases.id} and l.concludes
                order by l.turn desc limit 1) as resolved
            from ${cases} left join case_category g on g.community_id = ${c} and g.id = ${cases.categoryId}
           where ${cases.communityId} = ${c} and ${cases.intoId} is null and ${cases.happenedAt} >= ${from}::timestamptz
             and ${visible}) k group by k.kind) x
     where x.unanswered + x.unsolved > 0 order by x.unanswered + x.unsolved desc, x.kind limit ${KINDS}`);
  return rows.map(({ view }) => view);
}

/** The last that was said of the matter `of`. */
const stateNow = (of = sql`crack.id`) => sql<CrackState | null>`(select r.state from crack_report r
  where r.community_id = crack.community_id and r.crack_id = ${of} order by r.id desc limit 1)`;

/** The matter of this number, locked, with how it stands and whether it waits for an answer from above. */
export async function lockCrack({ db, communityId }: Pick<Scope, 'db' | 'communityId'>, input: { crack: number }) {
  const here = and(eq(crack.communityId, communityId), eq(crack.no, input.crack));
  const [row] = await db.select().from(crack).where(here).for('update');
  if (!row) return undefined;
  const [stands] = await db.select({ state: stateNow() }).from(crack).where(here);
  const [raise] = await db
    .select()
    .from(crackRaise)
    .where(and(eq(crackRaise.communityId, communityId), eq(crackRaise.crackId, row.id), isNull(crackRaise.answer)));
  return { row, state: stands?.state ?? null, raise, raised: raise !== undefined };
}
