import { type SQL, sql } from 'drizzle-orm';
import type { DemandSource, ReviewVerdict } from '@/db/words/council';
import { type Day, shanghaiDate } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';

const PAGE = 30;

export interface ResourceLine {
  no: number;
  title: string;
  words: string;
  member: string;
  withdrawn: boolean;
  reason: string;
}
export interface DemandLine {
  no: number;
  title: string;
  words: string;
  source: DemandSource;
  month: string;
  withdrawn: boolean;
  reason: string;
  project: number | null;
  claims: { member: string; brings: string }[];
}
export interface ProjectLine {
  no: number;
  title: string;
  lead: string;
  endedAt: string | null;
  verdict: ReviewVerdict | null;
}

type Here = Pick<Scope, 'db' | 'communityId'>;

const resources = ({ communityId, ...scope }: Here, which: SQL, limit: number) =>
  rows<ResourceLine>(
    scope,
    sql`select json_build_object('no', r.no, 'title', r.title, 'words', r.words, 'member', m.name,
        'withdrawn', r.withdrawn_at is not null, 'reason', r.withdraw_reason) as view
      from council_resource r join council_member m on m.community_id = r.community_id and m.id = r.member_id
      where r.community_id = ${communityId} and ${which} order by r.no desc limit ${limit}`,
  );

const demands = ({ communityId, ...scope }: Here, which: SQL, limit: number) =>
  rows<DemandLine>(
    scope,
    sql`select json_build_object('no', d.no, 'title', d.title, 'words', d.words, 'source', d.source, 'month', d.month,
        'withdrawn', d.withdrawn, 'reason', d.withdraw_reason, 'project', p.no,
        'claims', coalesce((select json_agg(json_build_object('member', m.name, 'brings', k.brings) order by k.id)
          from demand_claim k join council_member m on m.community_id = k.community_id and m.id = k.member_id
          where k.community_id = d.community_id and k.demand_id = d.id), '[]')) as view
      from demand d left join council_project p on p.community_id = d.community_id and p.id = d.project_id
      where d.community_id = ${communityId} and ${which} order by d.no desc limit ${limit}`,
  );

const projects = ({ communityId, ...scope }: Here, which: SQL, limit: number) =>
  rows<ProjectLine>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'lead', m.name, 'endedAt', p.ended_at,
        'verdict', (select v.verdict from council_review v where v.community_id = p.community_id and v.project_id = p.id
          order by v.half desc limit 1)) as view
      from council_project p join council_member m on m.community_id = p.community_id and m.id = p.lead_id
      where p.community_id = ${communityId} and ${which} order by p.no desc limit ${limit}`,
  );

/** Who is in it, how much is on its lists, what waits and what is under way. */
export const boardCouncil = boardQuery({
  name: 'council.board',
  read: async (scope, _: Record<never, never>) => {
    const c = scope.communityId;
    const [counts] = await rows<{ resources: number; demands: number; projects: number; members: string[] }>(
      scope,
      sql`select json_build_object(
        'members', coalesce((select json_agg(m.name order by m.no) from council_member m where m.community_id = ${c} and m.to_at is null), '[]'),
        'resources', (select count(*) from council_resource r where r.community_id = ${c} and r.withdrawn_at is null),
        'demands', (select count(*) from demand d where d.community_id = ${c} and not d.withdrawn),
        'projects', (select count(*) from council_project p where p.community_id = ${c})) as view`,
    );
    return {
      counts,
      waiting: await demands(scope, sql`not d.withdrawn and d.project_id is null`, 12),
      running: await projects(scope, sql`p.ended_at is null`, 12),
    };
  },
  shows: () => ['council'],
});

const LISTS = { resources: sql`r.no`, demands: sql`d.no`, projects: sql`p.no` };
export type List = keyof typeof LISTS;
export const isList = (name: string): name is List => Object.hasOwn(LISTS, name);

/** One of its lists, the newest first, with what was on it before. */
export const boardList = boardQuery({
  name: 'council.list',
  read: async (scope, { list, after = null }: { list: List; after?: number | null }) => {
    const which = after === null ? sql`true` : sql`${LISTS[list]} <= ${after}`;
    const read = { resources, demands, projects }[list] as (
      ...of: Parameters<typeof resources>
    ) => Promise<{ no: number }[]>;
    const found = pageAfter(await read(scope, which, PAGE + 2), after, { size: PAGE, key: (row) => row.no });
    return found && { list, rows: found.page, next: found.next };
  },
  shows: () => ['council'],
});

export interface Project extends ProjectLine {
  at: string;
  endReason: string;
  partners: string[];
  demands: { no: number; title: string }[];
  steps: { position: number; name: string; dueOn: Day; doneOn: Day | null; note: string }[];
  reviews: { id: number; half: string; verdict: ReviewVerdict; words: string; why: string }[];
}

/** A project: for whom, with whom, step by step, and what was said of it. */
export const projectOf = async ({ communityId, ...scope }: Here, no: number): Promise<Project | undefined> => {
  const [found] = await rows<Project>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'lead', m.name, 'at', p.at, 'endedAt', p.ended_at,
        'endReason', p.end_reason, 'verdict', null,
        'partners', coalesce((select json_agg(q.name order by q.no) from council_partner x join council_member q
          on q.community_id = x.community_id and q.id = x.member_id
          where x.community_id = p.community_id and x.project_id = p.id), '[]'),
        'demands', coalesce((select json_agg(json_build_object('no', d.no, 'title', d.title) order by d.no) from demand d
          where d.community_id = p.community_id and d.project_id = p.id), '[]'),
        'steps', coalesce((select json_agg(json_build_object('position', s.position, 'name', s.name, 'dueOn', s.due_on,
            'doneOn', s.done_on, 'note', s.note) order by s.position) from council_step s
          where s.community_id = p.community_id and s.project_id = p.id), '[]'),
        'reviews', coalesce((select json_agg(json_build_object('id', v.id, 'half', v.half, 'verdict', v.verdict,
            'words', v.words, 'why', v.why) order by v.half desc) from council_review v
          where v.community_id = p.community_id and v.project_id = p.id), '[]')) as view
      from council_project p join council_member m on m.community_id = p.community_id and m.id = p.lead_id
      where p.community_id = ${communityId} and p.no = ${no}`,
  );
  return found;
};

export const boardProject = boardQuery({
  name: 'council.project',
  read: async (scope, { no }: { no: number }) => {
    const project = await projectOf(scope, no);
    return project && { ...project, today: shanghaiDate(scope.now) };
  },
  shows: () => ['council'],
});
