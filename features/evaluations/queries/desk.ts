import { asc, eq, inArray } from 'drizzle-orm';
import { handingGround } from '@/db/schema/handling';
import { person } from '@/db/schema/people';
import { mayReadCases } from '@/features/cases/policy';
import { archiveCase, reworkCase } from '@/features/orders/acts';
import { findCase } from '@/features/orders/moves';
import { mayReadOrder, maySeeContact } from '@/features/orders/policy';
import { whyNot } from '@/lib/act';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import * as acts from '../acts';
import { type Evaluated, evaluated } from '../moves';
import { leftToTry } from '../rules';

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
