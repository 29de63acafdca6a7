import { sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayReadWorks } from '../policy';
import { silence, stateOfSite } from './site';

const PAGE = 30;

export interface WorksListed {
  no: number;
  title: string;
  state: ProposalState;
  lastReportAt: string;
  proposal: number;
  contractor: string;
  budget: number;
  startedAt: string;
  completedAt: string | null;
  done: number;
  of: number;
  next: { name: string; plannedOn: string } | null;
}

/** Works newest first; `next` is the cursor of the page after, `turnsAt` when the next site falls silent. */
async function pageOf(scope: Scope, after: number | null) {
  const read = await rows<WorksListed>(
    scope,
    sql`select json_build_object('no', w.no, 'title', p.title, 'state', ${stateOfSite}, 'proposal', p.no,
        'contractor', w.contractor, 'lastReportAt', w.last_report_at,
        'budget', w.budget, 'startedAt', w.started_at, 'completedAt', w.completed_at,
        'done', (select count(*) from milestone m where m.community_id = w.community_id and m.works_id = w.id
          and m.actual_on is not null),
        'of', (select count(*) from milestone m where m.community_id = w.community_id and m.works_id = w.id),
        'next', (select json_build_object('name', m.name, 'plannedOn', m.planned_on) from milestone m
          where m.community_id = w.community_id and m.works_id = w.id and m.actual_on is null
          order by m.position limit 1)) as view
      from works w join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
      where w.community_id = ${scope.communityId} ${after === null ? sql`` : sql`and w.no <= ${after}`}
      order by w.no desc limit ${PAGE + 2}`,
  );
  const found = pageAfter(read, after, { size: PAGE, key: (row) => row.no });
  if (!found) return undefined;
  const works = found.page.map((one) => ({ ...one, ...silence(one, scope.now) }));
  const turns = works.flatMap((one) => (one.turnsAt ? [one.turnsAt.getTime()] : []));
  return { works, next: found.next, turnsAt: turns.length > 0 ? new Date(Math.min(...turns)) : null };
}

export const boardWorksList = boardQuery({
  name: 'works.list',
  read: (scope, { after }: { after?: number }) => pageOf(scope, after ?? null),
  // It says where the proposal of each stands.
  shows: () => ['works', 'proposals'],
});

/** The same at the desk. */
export const deskWorksList = query({
  name: 'works.desk_list',
  allow: (who, _: { after?: number }) => mayReadWorks(who),
  read: (scope, { after }) => pageOf(scope, after ?? null),
});
