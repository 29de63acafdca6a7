import { and, eq } from 'drizzle-orm';
import { affectedGroup, groupHousehold } from '@/db/schema/scoping';
import { acceptance, commitment } from '@/db/schema/works';
import { askUntil, writeLetters } from '@/features/letters/moves';
import { householdOf, personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { acceptanceInput, acceptanceShown, commitmentInput, delegateInput, promiseShown } from '../input';
import { letters } from '../letters';
import { lockPromise, lockSite, step, unmended } from '../moves';
import { checkOutcome, notLooked } from '../rules';
import { checkWhole } from '../rules/places';

/** The group at this position, where the household is of it. */
async function groupOf({ db, communityId }: Scope, proposalId: number, of: { group: number; household: number }) {
  const [member] = await db
    .select({ id: groupHousehold.groupId })
    .from(groupHousehold)
    .innerJoin(
      affectedGroup,
      and(eq(affectedGroup.communityId, groupHousehold.communityId), eq(affectedGroup.id, groupHousehold.groupId)),
    )
    .where(
      and(
        eq(groupHousehold.communityId, communityId),
        eq(groupHousehold.proposalId, proposalId),
        eq(groupHousehold.householdId, of.household),
        eq(affectedGroup.position, of.group),
      ),
    );
  return member?.id;
}

/** What a delegate says themself nobody has written down. */
const unrecorded = { recorderId: null, proof: null, witnessId: null, witness: '', message: '' };

/** A household of each group is asked to come and look; households that objected are invited first. */
export const nameDelegate = command({
  act: acts.nameDelegate,
  input: delegateInput,
  facts: lockSite,
  run: async (scope) => {
    const { db, communityId, actor, input } = scope;
    const { row, works: site } = scope.facts;
    const groupId = await groupOf(scope, row.id, input);
    if (groupId === undefined) return refuse('not_of_the_group');
    const values = {
      householdId: input.household,
      delegateId: null,
      namedBy: personOf(actor),
      outcome: null,
      repairOn: null,
      note: '',
      at: null,
      ...unrecorded,
    };
    await db
      .insert(acceptance)
      .values({ communityId, worksId: site.id, groupId, ...values })
      .onConflictDoUpdate({ target: [acceptance.communityId, acceptance.worksId, acceptance.groupId], set: values });
    await writeLetters(scope, letters.delegate_named, [
      { to: { household: input.household }, no: site.no, detail: { title: row.title } },
    ]);
    const done = await step(scope, row, site.no, { kind: 'delegate_named', detail: { group: input.group } });
    return { ...done, value: { works: site.no, group: input.group } };
  },
});

/** A promise is looked at by the delegate of the group it was made to. */
export const decideCommitment = command({
  act: acts.decideCommitment,
  input: commitmentInput,
  facts: lockPromise,
  shown: ({ facts }) => promiseShown(facts.commitment),
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, works: site } = scope.facts;
    const { outcome, note, repairOn = null } = input;
    const may = checkOutcome(outcome, repairOn, shanghaiDate(now));
    if (!may.ok) return may;
    await db
      .update(commitment)
      .set({ outcome, note, repairOn, decidedBy: personOf(actor), decidedAt: now, ...unmended })
      .where(and(eq(commitment.communityId, communityId), eq(commitment.id, input.commitment)));
    const done = await step(scope, row, site.no, {
      kind: 'commitment_decided',
      detail: { commitment: input.commitment, outcome },
      leaf: { note, repairOn },
    });
    return { ...done, value: { works: site.no, commitment: input.commitment } };
  },
});

async function lockAccepted(scope: Scope, input: { works: number }) {
  const facts = await lockSite(scope, input);
  const delegate = facts && acts.giveAcceptance.by(scope.who, facts);
  return facts && { ...facts, group: delegate ? acts.groupOf(delegate, facts) : null };
}

/** 验收 by the delegate of one group: what was promised to it and the whole, as far as they have looked. */
export const giveAcceptance = command({
  act: acts.giveAcceptance,
  input: acceptanceInput,
  facts: lockAccepted,
  shown: ({ facts }) => acceptanceShown(facts.works.commitments, facts.group),
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, works: site, group } = scope.facts;
    if (group === null) return refuse('not_allowed');
    const { outcome, note, repairOn = null } = input;
    const stands = checkWhole(outcome, site.milestones);
    if (!stands.ok) return stands;
    const today = shanghaiDate(now);
    const promised = site.commitments.filter((one) => one.group === null || one.group === group);
    const seen = input.promises.flatMap(({ commitment: of, ...one }) => {
      const held = promised.find(({ id }) => id === of);
      return held && one.outcome ? [{ ...one, outcome: one.outcome, repairOn: one.repairOn ?? null, held }] : [];
    });
    for (const one of seen) {
      if (one.outcome === one.held.outcome && one.repairOn === one.held.repairOn) continue;
      const may = checkOutcome(one.outcome, one.repairOn, today);
      if (!may.ok) return refuse(may.refusal.code, undefined, { [`repairOn_${one.held.id}`]: may.refusal.code });
    }
    if (outcome === undefined && seen.length === 0)
      return refuse('nothing_looked', undefined, { outcome: 'choose_one' });
    const left = notLooked(promised.map((one) => seen.find(({ held }) => held === one) ?? one));
    if (outcome === 'accepted' && left.length > 0)
      return refuse(
        'not_all_looked',
        { count: left.length, which: left.join(',') },
        Object.fromEntries(left.map((n) => [`outcome_${promised[n - 1]?.id}`, 'choose_one'])),
      );
    const may = outcome ? checkOutcome(outcome, repairOn, today) : null;
    if (may?.ok === false) return may;
    for (const one of seen) {
      const { held, ...said } = one;
      await db
        .update(commitment)
        .set({ ...said, decidedBy: personOf(actor), decidedAt: now, ...unmended })
        .where(and(eq(commitment.communityId, communityId), eq(commitment.id, held.id)));
    }
    const promises = seen.map(({ held, ...said }) => ({ commitment: held.id, ...said }));
    if (outcome) {
      await db
        .update(acceptance)
        .set({ outcome, note, repairOn, delegateId: personOf(actor), at: now, ...unrecorded })
        .where(
          and(eq(acceptance.communityId, communityId), eq(acceptance.worksId, site.id), eq(acceptance.groupId, group)),
        );
      if (outcome === 'accepted')
        await askUntil(scope, letters.delegate_named, site.no, now, { household: householdOf(actor) ?? 0 });
    }
    const worst = promises.some((one) => one.outcome === 'refused') ? 'refused' : 'accepted';
    const done = await step(scope, row, site.no, {
      kind: outcome ? 'acceptance_given' : 'commitment_decided',
      detail: { group, outcome: outcome ?? worst },
      leaf: { ...(outcome && { note, repairOn }), promises },
    });
    return { ...done, value: { works: site.no, outcome: outcome ?? null } };
  },
});
