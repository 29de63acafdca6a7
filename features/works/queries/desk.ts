import { sql } from 'drizzle-orm';
import { knownOf } from '@/features/proposals/moves';
import { shanghaiDate } from '@/lib/calendar';
import { fact, known, list } from '@/lib/facts';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { completionOf } from '../acts';
import { siteFacts, worksFacts } from '../facts';
import { mayReadWorks } from '../policy';
import { isPromise } from '../rules';
import { silence, workInside } from './site';

/** One works for the desk, with what its acts are asked about. */
export const deskWork = query({
  name: 'works.desk',
  allow: (who, _: { no: number }) => mayReadWorks(who),
  read: async (scope, { no }) => {
    const { who, now } = scope;
    const row = await workInside(scope, no);
    const found = row && (await knownOf(scope, row.proposal, siteFacts(no)));
    if (!row || !found?.works) return undefined;
    const facts = { ...found, works: found.works };
    return {
      ...row,
      ...silence(row, now),
      lacking: completionOf(facts).lacking,
      today: shanghaiDate(now),
      asked: { facts, who, now },
    };
  },
});
export type DeskWork = NonNullable<Awaited<ReturnType<typeof deskWork>>>;

export interface Candidate {
  household: number;
  group: number;
  building: string;
  entrance: number;
  door: string;
  /** Raised an objection to this proposal: is invited first. */
  objected: boolean;
  /** Somebody there can sign in and accept. */
  joined: boolean;
}

/** Who could be a group's delegate: households that objected first, then those somebody of whom can sign in; any where nobody can. */
export const delegateChoices = query({
  name: 'works.delegates',
  allow: (who, _: { no: number }) => mayReadWorks(who),
  read: (scope, { no }) =>
    rows<Candidate>(
      scope,
      sql`select json_build_object('household', c.id, 'group', c.group_id, 'building', c.building, 'entrance', c.entrance,
        'door', c.door, 'objected', c.objected, 'joined', c.joined) as view
      from (select h.id, g.position as group_id, b.name as building, e.no as entrance, u.door,
          exists (select 1 from objection_raiser r join objection o on o.community_id = r.community_id
            and o.id = r.objection_id where r.community_id = h.community_id and r.household_id = h.id
            and o.proposal_id = w.proposal_id) as objected,
          exists (select 1 from residency y where y.community_id = h.community_id and y.household_id = h.id
            and y.to_at is null) as joined,
          not exists (select 1 from group_household m join residency y on y.community_id = m.community_id
            and y.household_id = m.household_id and y.to_at is null
            where m.community_id = gh.community_id and m.group_id = gh.group_id) as nobody
        from works w
        join group_household gh on gh.community_id = w.community_id and gh.proposal_id = w.proposal_id
        join affected_group g on g.community_id = gh.community_id and g.id = gh.group_id
        join household h on h.community_id = gh.community_id and h.id = gh.household_id
        join building b on b.community_id = h.community_id and b.id = h.building_id
        join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
        join unit u on u.community_id = h.community_id and u.id = h.unit_id
        where w.community_id = ${scope.communityId} and w.no = ${no}) c
      where c.objected or c.joined or c.nobody
      order by c.group_id, c.objected desc, length(c.building), c.building, c.entrance, length(c.door), c.door
      limit 1000`,
    ),
});

interface Answered {
  no: number;
  answer: string;
  group: string;
  answerKind: string | null;
  state: string;
}

const answers = fact<Answered[]>(
  list(sql`select json_agg(json_build_object('no', o.no, 'answer', o.answer, 'group', g.name,
      'answerKind', o.answer_kind, 'state', o.state) order by o.no)
    from objection o join affected_group g on g.community_id = o.community_id and g.id = o.group_id
    where o.community_id = proposal.community_id and o.proposal_id = proposal.id and o.merged_into is null`),
);

/** What starting the works of a proposal needs: what was promised, and what the act is asked about. */
export const worksStart = query({
  name: 'works.start',
  allow: (who, _: { no: number }) => mayReadWorks(who),
  read: async (scope, { no }) => {
    const of = sql`from proposal where proposal.community_id = ${scope.communityId} and proposal.no = ${no}
      and proposal.state <> 'draft'`;
    const [found] = await known(scope, { ...worksFacts, answers }, of);
    if (!found) return undefined;
    const { answers: given, ...facts } = found;
    return { promised: given.filter(isPromise), asked: { facts, who: scope.who, now: scope.now } };
  },
});
