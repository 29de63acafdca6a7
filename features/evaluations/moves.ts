import { and, asc, eq, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { type caseCall, scopeRequest } from '@/db/schema/evaluations';
import type { OneCase } from '@/features/orders/moves';
import type { Scope } from '@/lib/gate';
import { type CallbackFacts, partsOf, scopeOf } from './rules';

type Here = Pick<Scope, 'db' | 'communityId'>;

/** One call, and who made it. */
type Call = Omit<typeof caseCall.$inferSelect, 'communityId' | 'caseId'> & { caller: string | null };
type Did = Parameters<typeof partsOf>[1][number];

/** A case with what was done and asked for its callback. */
export interface Evaluated extends OneCase, CallbackFacts {
  calls: Call[];
  requests: (typeof scopeRequest.$inferSelect)[];
  scope: ReturnType<typeof scopeOf>;
}

/** What its callback has to know besides, of a case that was found or locked. */
export async function evaluated({ db, communityId }: Here, one: OneCase): Promise<Evaluated> {
  const [found] = await db
    .select({
      did: sql<
        Did[]
      >`(select coalesce(json_agg(distinct jsonb_build_object('step', e.step, 'personId', e.person_id)), '[]')
        from case_event e where e.community_id = ${communityId} and e.case_id = cases.id)`,
      calls: sql<
        (Omit<Call, 'at'> & { at: string })[]
      >`(select coalesce(json_agg(json_build_object('id', x.id, 'turn', x.turn,
          'outcome', x.outcome, 'contacted', x.contacted, 'resolved', x.resolved, 'satisfaction', x.satisfaction,
          'words', x.words, 'callerId', x.caller_id, 'caller', w.name, 'concludes', x.concludes, 'at', x.at) order by x.id), '[]')
        from case_call x join person w on w.id = x.caller_id
        where x.community_id = ${communityId} and x.case_id = cases.id)`,
      home: sql<number[]>`array(select r.person_id from residency r where r.community_id = ${communityId}
        and r.household_id = cases.household_id and r.to_at is null)`,
    })
    .from(cases)
    .where(and(eq(cases.communityId, communityId), eq(cases.id, one.row.id)));
  const requests = await db
    .select()
    .from(scopeRequest)
    .where(and(eq(scopeRequest.communityId, communityId), eq(scopeRequest.caseId, one.row.id)))
    .orderBy(asc(scopeRequest.id));
  const { did = [], calls = [], home = [] } = found ?? {};
  const open = requests.find(({ agreed }) => agreed === null);
  const reporter = one.row.source === 'web' && one.row.recordedBy !== null ? [one.row.recordedBy] : [];
  return {
    ...one,
    calls: calls.map((call) => ({ ...call, at: new Date(call.at) })),
    requests,
    scope: scopeOf(requests),
    parts: partsOf(one.standing.handlerId, did),
    own: [...reporter, ...home],
    asked: open ? { by: open.askedBy } : null,
  };
}
