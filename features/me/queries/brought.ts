import { sql } from 'drizzle-orm';
import { ANSWERED, type CaseState } from '@/db/words/orders';
import type { ProposalState } from '@/db/words/proposals';
import { asItHangs } from '@/features/cases/facts';
import { checkNudge, checkStep } from '@/features/orders/rules';
import type { Appeal } from '@/features/proposals/rules';
import { personQuery } from '@/lib/query';
import { list, one, withHomes } from './own';

interface Common {
  id: number;
  community: string;
  zh: string;
  en: string;
  no: number;
  title: string;
  at: string;
  /** When something was last done with it. */
  changedAt: string;
  /** Nobody has looked at it yet: it does not hang on the board. */
  waits: boolean;
  /** By when the next step is due. */
  until: string | null;
}

export interface BroughtProposal extends Common {
  kind: 'proposal';
  state: ProposalState;
  termActive: boolean;
  appeal: Appeal | null;
}

export interface BroughtCase extends Common {
  kind: 'case';
  state: CaseState;
  agency: string | null;
  /** Whether one can ask how it is going, and say that it is not solved. */
  mayNudge: boolean;
  mayReopen: boolean;
}

export type Brought = BroughtProposal | BroughtCase;

type CaseRow = Omit<BroughtCase, 'mayNudge' | 'mayReopen'> & { nudgedAt: string | null };

const PAGE = 20;

const mine = (personId: number) => sql`${withHomes(personId)},
  cases_of_mine as (select k.community_id, k.id from cases k where k.recorded_by = ${personId} and k.source = 'web'
    union select k.community_id, k.id from cases k join homes h using (community_id, household_id)
      where k.received_at >= h.from_at and k.source <> 'web'
    union select j.community_id, j.case_id from case_join j join homes h using (community_id, household_id)
      where j.at >= h.from_at),
  brought as (select 'proposal' as kind, p.community_id, p.id, p.submitted_at as at from proposal p
      where p.state <> 'draft' and (p.author_id = ${personId}
        or (p.community_id, p.author_household_id) in (select community_id, household_id from homes))
    union all select 'case', k.community_id, k.id, k.received_at from cases k
      where (k.community_id, k.id) in (select community_id, id from cases_of_mine))`;

/** What they or their household reported themselves; what they joined they know as it hangs. */
const ownCase = (personId: number) => sql`(k.recorded_by = ${personId} and k.source = 'web'
  or k.source <> 'web' and (k.community_id, k.household_id) in (select community_id, household_id from homes))`;

/** A round that is open, a notice that hangs: until then something can be said. */
const openUntil = sql`(select max(x.until) from (select r.closes_at as until from round r
    where r.community_id = p.community_id and r.proposal_id = p.id and r.state = 'open'
  union all select n.to_at from notice n
    where n.community_id = p.community_id and n.proposal_id = p.id and n.state = 'running') x)`;

const common = sql`'id', b.id, 'kind', b.kind, 'community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'at', b.at`;

const ofProposal = sql`json_build_object(${common}, 'no', p.no, 'title', p.title, 'waits', p.waits, 'state', p.state,
    'changedAt', p.last_event_at, 'until', ${openUntil},
    'appeal', (select json_build_object('kind', e.kind, 'at', e.at) from proposal_event e
      where e.community_id = p.community_id and e.proposal_id = p.id and e.at >= p.state_at
        and e.kind in ('appealed', 'appeal_dismissed') order by e.id desc limit 1),
    'termActive', exists (select 1 from term t where t.community_id = p.community_id and t.closed_at is null
      and (moment() at time zone 'Asia/Shanghai')::date between t.from_day and t.to_day))`;

const eventAt = (which = sql`true`) => sql`(select max(e.at) from case_event e
  where e.community_id = k.community_id and e.case_id = k.id and ${which})`;

const ofCase = (
  personId: number,
) => sql`json_build_object(${common}, 'no', k.no, 'title', case when ${ownCase(personId)}
      then k.title else coalesce(nullif(${asItHangs(sql`k`).title}, ''), k.no::text) end, 'waits', k.posted_at is null,
    'state', k.state, 'agency', a.name, 'until', k.due_at, 'nudgedAt', ${eventAt(sql`e.step = 'nudge'`)},
    'changedAt', greatest(k.received_at, k.posted_at, ${eventAt()}))`;

/** What somebody or their household proposed, reported or joined, newest first; `after` is `case-12`. */
export const myBrought = personQuery({
  name: 'brought.mine',
  read: async ({ db, personId, now }, { after }: { after: BroughtCursor | null }) => {
    const key = sql`(b.at, b.kind, b.id)`;
    const begin = after
      ? sql`${key} < (select x.at, x.kind, x.id from brought x where x.kind = ${after.kind} and x.id = ${after.id})`
      : sql`true`;
    const found = await one<(BroughtProposal | CaseRow)[]>(
      db,
      sql`${mine(personId)} select ${list(sql`select case b.kind when 'proposal' then ${ofProposal} else ${ofCase(personId)} end as view
        from brought b join community c on c.id = b.community_id
          left join proposal p on b.kind = 'proposal' and p.community_id = b.community_id and p.id = b.id
          left join cases k on b.kind = 'case' and k.community_id = b.community_id and k.id = b.id
          left join agency a on a.community_id = k.community_id and a.id = k.agency_id
        where ${begin} order by b.at desc, b.kind desc, b.id desc limit ${PAGE + 1}`)} as view`,
    );
    const page = found.slice(0, PAGE).map((each) => (each.kind === 'case' ? withSteps(each, now) : each));
    const last = page.at(-1);
    return { brought: page, next: found.length > PAGE && last ? `${last.kind}-${last.id}` : null };
  },
});

function withSteps({ nudgedAt, ...row }: CaseRow, now: Date): BroughtCase {
  const standing = { state: row.state, extended: false };
  const last = nudgedAt === null ? null : new Date(nudgedAt);
  return {
    ...row,
    until: (ANSWERED as readonly CaseState[]).includes(row.state) ? null : row.until,
    mayNudge: checkStep(standing, 'nudge') === null && checkNudge(last, now).ok,
    mayReopen: row.state !== 'merged' && checkStep(standing, 'rework') === null,
  };
}

export interface BroughtCursor {
  kind: Brought['kind'];
  id: number;
}

export function broughtFrom(text: string | undefined): BroughtCursor | null {
  const [, kind, id] = /^(case|proposal)-([1-9]\d{0,8})$/.exec(text ?? '') ?? [];
  return kind ? { kind: kind as Brought['kind'], id: Number(id) } : null;
}
