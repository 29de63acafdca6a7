import { and, asc, eq, sql } from 'drizzle-orm';
import { caseCall, scopeRequest } from '@/db/schema/evaluations';
import { caseEvent } from '@/db/schema/orders';
import type { OneCase } from '@/features/orders/moves';
import type { Scope } from '@/lib/gate';
import { type CallbackFacts, partsOf, scopeOf } from './rules';

type Here = Pick<Scope, 'db' | 'communityId'>;

/** A case with what was done and asked for its callback. */
export interface Evaluated extends OneCase, CallbackFacts {
  calls: (typeof caseCall.$inferSelect)[];
  requests: (typeof scopeRequest.$inferSelect)[];
  scope: ReturnType<typeof scopeOf>;
}

/** What its callback has to know besides, of a case that was found or locked. */
export async function evaluated({ db, communityId }: Here, one: OneCase): Promise<Evaluated> {
  const of = { communityId, id: one.row.id };
  const did = await db
    .selectDistinct({ step: caseEvent.step, personId: caseEvent.personId })
    .from(caseEvent)
    .where(and(eq(caseEvent.communityId, of.communityId), eq(caseEvent.caseId, of.id)));
  const calls = await db
    .select()
    .from(caseCall)
    .where(and(eq(caseCall.communityId, of.communityId), eq(caseCall.caseId, of.id)))
    .orderBy(asc(caseCall.id));
  const requests = await db
    .select()
    .from(scopeRequest)
    .where(and(eq(scopeRequest.communityId, of.communityId), eq(scopeRequest.caseId, of.id)))
    .orderBy(asc(scopeRequest.id));
  const { rows: home } = await db.execute<{ id: number }>(
    sql`select r.person_id as id from residency r where r.community_id = ${communityId}
      and r.household_id = ${one.row.householdId} and r.to_at is null`,
  );
  const open = requests.find(({ agreed }) => agreed === null);
  const reporter = one.row.source === 'web' && one.row.recordedBy !== null ? [one.row.recordedBy] : [];
  return {
    ...one,
    calls,
    requests,
    scope: scopeOf(requests),
    parts: partsOf(one.standing.handlerId, did),
    own: [...reporter, ...home.map(({ id }) => id)],
    asked: open ? { by: open.askedBy } : null,
  };
}
