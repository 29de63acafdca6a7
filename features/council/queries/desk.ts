import { sql } from 'drizzle-orm';
import type { DemandSource } from '@/db/words/council';
import { asHousehold } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { maySeeCouncil } from '../policy';
import { halfOf } from '../rules';
import { projectOf } from './board';

export interface MemberLine {
  no: number;
  name: string;
  contactName: string;
  contactPhone: string;
  left: boolean;
  resources: { no: number; title: string; words: string; withdrawn: boolean }[];
}

const members = ({ communityId, ...scope }: Pick<Scope, 'db' | 'communityId'>, which = sql`true`) =>
  rows<MemberLine>(
    scope,
    sql`select json_build_object('no', m.no, 'name', m.name, 'contactName', m.contact_name,
        'contactPhone', m.contact_phone, 'left', m.to_at is not null,
        'resources', coalesce((select json_agg(json_build_object('no', r.no, 'title', r.title, 'words', r.words,
            'withdrawn', r.withdrawn_at is not null) order by r.no) from council_resource r
          where r.community_id = m.community_id and r.member_id = m.id), '[]')) as view
      from council_member m where m.community_id = ${communityId} and ${which} order by m.to_at nulls first, m.no limit 200`,
  );

export interface DeskDemand {
  no: number;
  title: string;
  words: string;
  source: DemandSource;
  need: number | null;
  case: number | null;
  project: number | null;
  withdrawn: boolean;
  reason: string;
  claims: { member: string; brings: string }[];
}

const demands = ({ communityId, ...scope }: Pick<Scope, 'db' | 'communityId'>, which = sql`true`) =>
  rows<DeskDemand>(
    scope,
    sql`select json_build_object('no', d.no, 'title', d.title, 'words', d.words, 'source', d.source, 'need', d.need_id,
        'case', c.no, 'project', p.no, 'withdrawn', d.withdrawn_at is not null, 'reason', d.withdraw_reason,
        'claims', coalesce((select json_agg(json_build_object('member', m.name, 'brings', k.brings) order by k.id)
          from demand_claim k join council_member m on m.community_id = k.community_id and m.id = k.member_id
          where k.community_id = d.community_id and k.demand_id = d.id), '[]')) as view
      from demand d left join council_project p on p.community_id = d.community_id and p.id = d.project_id
        left join cases c on c.community_id = d.community_id and c.id = d.case_id
      where d.community_id = ${communityId} and ${which}
      order by (d.withdrawn_at is null and d.project_id is null) desc, d.no desc limit 200`,
  );

/** Everything of it, what waits first. */
export const deskCouncil = query({
  name: 'council.desk',
  allow: (who, _: Record<never, never>) => maySeeCouncil(who),
  read: async (scope) => ({
    members: await members(scope),
    demands: await demands(scope),
    projects: await rows<{ no: number; title: string; ended: boolean; reviewed: boolean }>(
      scope,
      sql`select json_build_object('no', p.no, 'title', p.title, 'ended', p.ended_at is not null,
          'reviewed', exists (select from council_review v where v.community_id = p.community_id and v.project_id = p.id
            and v.half = ${halfOf(scope.now)})) as view
        from council_project p where p.community_id = ${scope.communityId} order by p.ended_at nulls first, p.no desc limit 200`,
    ),
  }),
});

export const deskMember = query({
  name: 'council.member',
  allow: (who, _: { no: number }) => maySeeCouncil(who),
  read: async (scope, { no }) => (await members(scope, sql`m.no = ${no}`))[0],
});

/** A need, with the organisations that could claim it. */
export const deskDemand = query({
  name: 'council.demand',
  allow: (who, _: { no: number }) => maySeeCouncil(who),
  read: async (scope, { no }) => {
    const [demand] = await demands(scope, sql`d.no = ${no}`);
    return demand && { ...demand, members: await members(scope, sql`m.to_at is null`) };
  },
});

/** What a project can be begun of, and with whom. */
export const newProject = query({
  name: 'council.new_project',
  allow: (who, _: Record<never, never>) => maySeeCouncil(who),
  read: async (scope) => ({
    members: await members(scope, sql`m.to_at is null`),
    demands: await demands(scope, sql`d.withdrawn_at is null and d.project_id is null`),
  }),
});

export const deskProject = query({
  name: 'council.desk_project',
  allow: (who, _: { no: number }) => maySeeCouncil(who),
  read: async (scope, { no }) => {
    const project = await projectOf(scope, no);
    return project && { ...project, today: shanghaiDate(scope.now), half: halfOf(scope.now) };
  },
});

/** A project for a household whose need it was; nothing for anybody else. */
export const ownProject = query({
  name: 'council.own_project',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const homes = await rows<number>(
      scope,
      sql`select to_json(n.household_id) as view from council_project p
          join demand d on d.community_id = p.community_id and d.project_id = p.id
          join need n on n.community_id = d.community_id and n.id = d.need_id
        where p.community_id = ${scope.communityId} and p.no = ${no}`,
    );
    if (!homes.some((home) => asHousehold(scope.who, home))) return undefined;
    const project = await projectOf(scope, no);
    return project && { ...project, half: halfOf(scope.now) };
  },
});
