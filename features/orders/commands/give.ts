import { and, eq, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { agency, caseCategory, handingGround } from '@/db/schema/handling';
import { grants } from '@/db/schema/people';
import type { Role } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { type CodeOf, type Refusal, refuse } from '@/lib/result';
import * as acts from '../acts';
import { assignInput, callInput, dispatchInput, dispatchManyInput, handOnInput, reasonInput } from '../input';
import { letters } from '../letters';
import { lockCase, lockCases, type OneCase, stepDone, takeStep } from '../moves';
import { goesThere, tiersOfCategories } from '../moves/longer';
import { ofProperty, worded } from '../moves/property';
import { tellConcerned } from '../moves/told';
import { checkHandler } from '../rules/guard';
import { heldBack } from '../rules/held';
import { withWhy } from '../rules/longer';

const oneCase = (scope: Scope, input: { case: number }) => lockCase(scope, input.case);

/** Who holds which offices in the whole community now. */
async function rolesOf({ db, communityId, now }: Scope, personId: number): Promise<Role[]> {
  const held = await db
    .select({ role: grants.role })
    .from(grants)
    .where(
      and(
        ...[eq(grants.communityId, communityId), eq(grants.personId, personId)],
        sql`${grants.from} <= ${now.toISOString()}::timestamptz`,
        sql`(${grants.to} is null or ${grants.to} > ${now.toISOString()}::timestamptz)`,
      ),
    );
  return held.map((one) => one.role);
}

/** What an agency is called. */
async function agencyOf({ db, communityId }: Scope, id: number) {
  const [found] = await db
    .select()
    .from(agency)
    .where(and(eq(agency.communityId, communityId), eq(agency.id, id)));
  return found;
}

type Found = NonNullable<Awaited<ReturnType<typeof agencyOf>>>;

/** An agency that is still on the list, and whoever of it is to handle it: an office holder of it, and nobody complained of. */
export async function receiver(scope: Scope, one: OneCase, given: { agency: number; handler?: number | undefined }) {
  const found = await agencyOf(scope, given.agency);
  if (!found || found.retiredAt !== null) return refuse('no_such_agency', undefined, { agency: 'choose_one' });
  const roles = given.handler === undefined ? [] : await rolesOf(scope, given.handler);
  if (given.handler !== undefined && (found.role === null || !roles.includes(found.role)))
    return refuse('not_of_that_agency', { agency: found.name }, { handler: 'not_of_that_agency' });
  const handler = given.handler === undefined ? null : { id: given.handler, roles };
  const hand = { agencyId: found.id, role: found.role, handler };
  const refused = one.againsts.map((against) => checkHandler(against, hand)).find((free) => !free.ok);
  return refused && !refused.ok ? refused : { ok: true as const, value: found };
}

const kept = (tiers: readonly { id: number; retired: boolean }[], id: number) =>
  tiers.some((tier) => tier.id === id && !tier.retired);

/** The same where what is to be done is the reason somebody is asked for. */
export const inReason = <C extends string>({ code }: Refusal<C>) => refuse(code, undefined, { reason: code });

/** What it is about and against whom, as whoever gives it out says. */
async function described(
  scope: Scope,
  one: OneCase,
  input: { category?: number; againstAgency?: number; against?: number },
) {
  const { db, communityId } = scope;
  const set = {
    categoryId: input.category ?? one.row.categoryId,
    againstAgencyId: input.againstAgency ?? one.row.againstAgencyId,
    againstId: input.against ?? one.row.againstId,
  };
  if (input.category !== undefined) {
    const [known] = await db
      .select({ id: caseCategory.id })
      .from(caseCategory)
      .where(and(eq(caseCategory.communityId, communityId), eq(caseCategory.id, input.category)));
    if (!known) return refuse('no_such_entry', undefined, { category: 'choose_one' });
  }
  const against = input.againstAgency === undefined ? undefined : await agencyOf(scope, input.againstAgency);
  if (input.againstAgency !== undefined && !against)
    return refuse('no_such_agency', undefined, { againstAgency: 'choose_one' });
  const row = { ...one.row, ...set };
  const againstRole = against?.role ?? one.againstRole;
  const [, ...also] = one.againsts;
  const own = { agencyId: set.againstAgencyId, personId: set.againstId, role: againstRole };
  return { ok: true as const, value: { set, one: { ...one, row, againstRole, againsts: [own, ...also] } } };
}

const told = (found: Found, { due }: { due: Date | null }) => ({
  agency: found.name,
  due: due?.toISOString() ?? '',
});

/** 派单: to an agency, with its time limit; from a case that was sent back it goes elsewhere. */
export const dispatchCase = command({
  act: acts.dispatchCase,
  input: dispatchInput,
  facts: oneCase,
  run: async (scope) => {
    const { db, communityId, input, facts } = scope;
    const said = await described(scope, facts, input);
    if (!said.ok) return said;
    const to = await receiver(scope, said.value.one, input);
    if (!to.ok) return to;
    if (!kept(facts.tiers, input.tier)) return refuse('no_such_entry', undefined, { tier: 'choose_one' });
    const words = withWhy(input.words, input.longer);
    const own = await tiersOfCategories(scope, [said.value.set.categoryId]);
    const free = await goesThere(scope, said.value.one, {
      to: to.value,
      said: [input.words, words],
      time: { ...input, own, now: scope.now },
      unsaid: new Set(),
    });
    if (!free.ok) return free;
    await db
      .update(cases)
      .set(said.value.set)
      .where(and(eq(cases.communityId, communityId), eq(cases.id, facts.row.id)));
    const given = { agencyId: input.agency, handlerId: input.handler ?? null, tierId: input.tier };
    const next = await takeStep(scope, facts, { step: 'dispatch', words, ...given });
    await tellConcerned(scope, facts.row, {
      sort: letters.case_dispatched,
      detail: told(to.value, next),
    });
    return stepDone(facts, { step: 'dispatch', agency: to.value.name, words });
  },
});

/** Those of these numbers, where there are all of them. */
export async function allOf(scope: Scope, input: { cases: readonly number[] }) {
  const found = await lockCases(scope, input.cases);
  return found.length > 0 && found.length === new Set(input.cases).size ? found : undefined;
}

/** One of many cannot be: which. */
const of = ({ row }: OneCase, refusal: Refusal<Unfit>) => ({
  ok: false as const,
  refusal: { ...refusal, details: { case: row.no } },
});
type Unfit = CodeOf<Awaited<ReturnType<typeof receiver>>>;

type Held = 'complained_of' | CodeOf<Awaited<ReturnType<typeof goesThere>>>;

/** 派单 of many at once, to one agency with one time limit. All or none: the first that cannot be is named. */
export const dispatchCases = command({
  act: acts.dispatchCases,
  input: dispatchManyInput,
  facts: allOf,
  run: async (scope) => {
    const { input, facts } = scope;
    const words = withWhy(input.words, input.longer);
    if (!facts.every(({ tiers }) => kept(tiers, input.tier)))
      return refuse('no_such_entry', undefined, { tier: 'choose_one' });
    const given = { agencyId: input.agency, handlerId: input.handler ?? null, tierId: input.tier };
    const unsaid = await ofProperty(scope, facts);
    const own = await tiersOfCategories(
      scope,
      facts.map(({ row }) => row.categoryId),
    );
    const time = { ...input, own, now: scope.now };
    const held: { no: number; refusal: Refusal<Held> }[] = [];
    let to: Found | undefined;
    for (const one of facts) {
      const found = await receiver(scope, one, input);
      if (!found.ok && found.refusal.code !== 'complained_of') return of(one, found.refusal);
      const free = found.ok
        ? await goesThere(scope, one, { to: found.value, said: [input.words, words], time, unsaid })
        : found;
      if (!free.ok) held.push({ no: one.row.no, refusal: free.refusal as Refusal<Held> });
      if (found.ok) to = found.value;
    }
    const refused = heldBack(held);
    if (refused) return refused;
    for (const one of facts) {
      const next = await takeStep(scope, one, { step: 'dispatch', words, ...given });
      if (to) await tellConcerned(scope, one.row, { sort: letters.case_dispatched, detail: told(to, next) });
    }
    const agency = to?.name ?? '';
    const numbers = facts.map(({ row }) => row.no);
    return {
      ok: true,
      value: { cases: numbers },
      leaf: { subject: `cases/${numbers[0]}`, content: { step: 'dispatch', cases: numbers, agency, words } },
      changed: [],
    };
  },
});

/** 转办: to somebody outside of this house, with the reason from the list; the first receiver goes on asking. */
export const handOnCase = command({
  act: acts.handOnCase,
  input: handOnInput,
  facts: oneCase,
  run: async (scope) => {
    const { db, communityId, input, facts } = scope;
    const to = await receiver(scope, facts, { agency: input.agency });
    if (!to.ok) return to;
    if (to.value.role !== null) return refuse('not_outside', undefined, { agency: 'not_outside' });
    if (!kept(facts.tiers, input.tier)) return refuse('no_such_entry', undefined, { tier: 'choose_one' });
    const [ground] = await db
      .select()
      .from(handingGround)
      .where(and(eq(handingGround.communityId, communityId), eq(handingGround.id, input.ground)));
    if (!ground || ground.retiredAt !== null) return refuse('no_such_entry', undefined, { ground: 'choose_one' });
    const given = { agencyId: input.agency, tierId: input.tier, groundId: ground.id };
    const next = await takeStep(scope, facts, { step: 'hand_on', words: input.reason, ...given });
    await tellConcerned(scope, facts.row, {
      sort: letters.case_handed_on,
      detail: { ...told(to.value, next), reason: ground.name },
    });
    return stepDone(facts, {
      step: 'hand_on',
      agency: to.value.name,
      ground: ground.name,
      beyond: ground.beyond,
      words: input.reason,
    });
  },
});

/**
 * 换人办, of one case or of many at once: to somebody of the unit that has it. All or none: the first that cannot be is
 * named.
 */
export const assignCase = command({
  act: acts.assignCase,
  input: assignInput,
  facts: allOf,
  run: async (scope) => {
    const { input, facts } = scope;
    const { words } = input;
    for (const one of facts) {
      const to = await receiver(scope, one, { agency: one.standing.agencyId ?? 0, handler: input.handler });
      if (!to.ok) return of(one, to.refusal);
      await takeStep(scope, one, { step: 'assign', handlerId: input.handler, words });
    }
    const numbers = facts.map(({ row }) => row.no);
    return {
      ok: true,
      value: { cases: numbers },
      leaf: {
        subject: `cases/${numbers[0]}`,
        content: { step: 'assign', cases: numbers, handler: input.handler, words },
      },
      changed: [],
    };
  },
});

/** 协办. */
export const assistCase = command({
  act: acts.assistCase,
  input: callInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    const to = await receiver(scope, facts, { agency: input.agency });
    if (!to.ok) return to;
    if (facts.standing.agencyId === input.agency || facts.standing.assists.includes(input.agency))
      return refuse('assists_already', undefined, { agency: 'assists_already' });
    const plain = await worded(scope, facts, { role: to.value.role, words: input.reason });
    if (!plain.ok) return inReason(plain.refusal);
    await takeStep(scope, facts, { step: 'assist', agencyId: input.agency, words: input.reason });
    return stepDone(facts, { step: 'assist', agency: to.value.name, words: input.reason });
  },
});

/** 不同意退单: it stays with whoever has it, and its time has gone on. */
export const dismissObjection = command({
  act: acts.dismissCase,
  input: reasonInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'dismiss', words: input.reason });
    return stepDone(facts, { step: 'dismiss', words: input.reason });
  },
});
