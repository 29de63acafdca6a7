import { asc, eq, inArray, sql } from 'drizzle-orm';
import { handingGround } from '@/db/schema/handling';
import { person } from '@/db/schema/people';
import { mayReadCases } from '@/features/cases/policy';
import { archiveCase, reworkCase } from '@/features/orders/acts';
import { findCase } from '@/features/orders/moves';
import { tabbed, theirs } from '@/features/orders/moves/asked';
import { mayReadOrder, maySeeContact } from '@/features/orders/policy';
import { whyNot } from '@/lib/act';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import * as acts from '../acts';
import { type Evaluated, evaluated } from '../moves';
import { leftToTry } from '../rules';
import { callTold, type OwnCall } from './mine';

async function find(scope: Scope, no: number): Promise<Evaluated | undefined> {
  const one = await findCase(scope, no);
  return one && mayReadOrder(scope.who, one) ? evaluated(scope, one) : undefined;
}

async function namesOf({ db }: Scope, ids: readonly (number | null)[]): Promise<Map<number, string | null>> {
  const some = [...new Set(ids)].filter((id) => id !== null);
  if (some.length === 0) return new Map();
  const found = await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, some));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** 回访 of one case: who called and what was said, whether whoever reads calls now, and what comes after it. */
export const callbackPage = query({
  name: 'case.callback',
  allow: (who, _: { no: number }) => mayReadCases(who),
  read: async (scope, { no }) => {
    const { who, now } = scope;
    const one = await find(scope, no);
    if (!one) return undefined;
    const asked = { facts: one, who, now };
    const tried = one.calls.filter(({ turn }) => turn === one.standing.reworks);
    const counts = one.calls.filter(({ concludes }) => concludes).at(-1) ?? null;
    return {
      no,
      title: one.row.title,
      state: one.standing.state,
      scope: one.scope,
      block: whyNot(acts.callCase, asked),
      sees: maySeeContact(who, one) !== null,
      calls: one.calls.map(({ callerId: _, ...call }) => call),
      left: leftToTry(tried),
      counts,
      mayRework:
        counts?.turn === one.standing.reworks && counts.resolved !== 'yes' && whyNot(reworkCase, asked) === null,
      mayArchive: whyNot(archiveCase, asked) === null,
    };
  },
});

/** The calls about one case, the latest first, for whoever reads what is written of it. */
export const deskCalls = query({
  name: 'case.calls',
  allow: (who, _: { no: number }) => mayReadCases(who),
  read: (scope, { no }) =>
    rows<OwnCall & { caller: string | null }>(
      scope,
      sql`select json_build_object(${callTold}, 'caller', n.name) as view
        from cases k join case_call x on x.community_id = k.community_id and x.case_id = k.id
          left join person n on n.id = x.caller_id
        where ${theirs(scope)} and k.no = ${no} order by x.id desc limit 50`,
    ),
});

/** What somebody has asked of how it counts, and nobody has decided yet. */
export const scopeAsked = query({
  name: 'case.scope_asked',
  allow: (who, _: { no: number }) => mayReadCases(who),
  read: async (scope, { no }) => {
    const [found] = await rows<{ scope: Evaluated['scope']; asker: string; at: string }>(
      scope,
      sql`select json_build_object('scope', r.scope, 'asker', n.name, 'at', r.asked_at) as view
        from cases k join scope_request r on r.community_id = k.community_id and r.case_id = k.id and r.agreed is null
          join person n on n.id = r.asked_by
        where ${theirs(scope)} and k.no = ${no}`,
    );
    return found ?? null;
  },
});

/** So many cases wait to be called back, of those whoever reads may know of. */
export const waitingCalls = query({
  name: 'case.waiting_calls',
  allow: (who, _: Record<never, never>) => mayReadCases(who),
  read: async (scope) => {
    const [found] = await rows<{ count: number }>(
      scope,
      sql`select json_build_object('count', count(*)) as view from cases k
        where ${theirs(scope)} and ${tabbed('callback', scope.now)}`,
    );
    return found?.count ?? 0;
  },
});

/** How one case counts in the three rates, who asked that it count otherwise, and who decided. */
export const scopePage = query({
  name: 'case.scope',
  allow: (who, _: { no: number }) => mayReadCases(who),
  read: async (scope, { no }) => {
    const { who, now, db, communityId } = scope;
    const one = await find(scope, no);
    if (!one) return undefined;
    const asked = { facts: one, who, now };
    const names = await namesOf(
      scope,
      one.requests.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
    );
    const grounds = await db
      .select({ id: handingGround.id, name: handingGround.name, retiredAt: handingGround.retiredAt })
      .from(handingGround)
      .where(eq(handingGround.communityId, communityId))
      .orderBy(asc(handingGround.id));
    return {
      no,
      title: one.row.title,
      scope: one.scope,
      requests: one.requests.map(({ groundId, askedBy, decidedBy, ...request }) => ({
        ...request,
        ground: grounds.find(({ id }) => id === groundId)?.name ?? null,
        asker: names.get(askedBy) ?? '',
        decider: decidedBy === null ? null : (names.get(decidedBy) ?? null),
      })),
      grounds: grounds.filter(({ retiredAt }) => retiredAt === null),
      askBlock: whyNot(acts.askScope, asked),
      decideBlock: whyNot(acts.decideScope, asked),
    };
  },
});
export type ScopePage = NonNullable<Awaited<ReturnType<typeof scopePage>>>;
