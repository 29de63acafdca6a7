import { and, eq, isNull } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { councilMember, councilResource, demand, demandClaim } from '@/db/schema/council';
import { notAgainst, numberOf } from '@/features/cases/moves';
import { checkHung } from '@/features/cases/rules';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import type { Json } from '@/lib/ledger';
import { nextNumber } from '@/lib/numbers';
import { allWrong, ok, refuse } from '@/lib/result';
import * as acts from '../acts';
import {
  claimInput,
  demandInput,
  endMemberInput,
  memberInput,
  offerInput,
  withdrawDemandInput,
  withdrawInput,
} from '../input';
import { listDemand, lockDemands, lockMember, turnInto, unlisted } from '../moves';

const told = <V extends Json>(subject: string, value: V, content: Record<string, Json>) => ({
  ok: true as const,
  value,
  leaf: { subject, content },
  changed: ['council'],
});

const here = (
  table: { communityId: typeof demand.communityId; id: typeof demand.id },
  communityId: number,
  id: number,
) => and(eq(table.communityId, communityId), eq(table.id, id));

export const addMember = command({
  act: acts.addMember,
  input: memberInput,
  facts: async () => ({}),
  run: async ({ db, communityId, now, actor, input }) => {
    const no = await nextNumber(db, communityId, 'council_member');
    await db.insert(councilMember).values({ ...input, communityId, no, addedBy: personOf(actor) ?? 0, from: now });
    return told(`council/member-${no}`, { member: no }, { name: input.name });
  },
});

/** It is in it no longer; what it had to give is off the list with it. */
export const endMember = command({
  act: acts.endMember,
  input: endMemberInput,
  facts: (scope, { member }) => lockMember(scope, member),
  run: async ({ db, communityId, now, input, facts }) => {
    const free = checkWritten({ reason: input.reason });
    if (!free.ok) return free;
    const left = { to: now, leaveReason: input.reason, contactName: '', contactPhone: '' };
    await db
      .update(councilMember)
      .set(left)
      .where(and(eq(councilMember.communityId, communityId), eq(councilMember.id, facts.id)));
    await db
      .update(councilResource)
      .set({ withdrawnAt: now, withdrawReason: input.reason })
      .where(
        and(
          ...[eq(councilResource.communityId, communityId), eq(councilResource.memberId, facts.id)],
          isNull(councilResource.withdrawnAt),
        ),
      );
    return told(`council/member-${facts.no}`, { member: facts.no }, { state: 'left', reason: input.reason });
  },
});

export const offerResource = command({
  act: acts.offerResource,
  input: offerInput,
  facts: (scope, { member }) => lockMember(scope, member),
  run: async ({ db, communityId, now, input, facts }) => {
    const { title, words } = input;
    const free = checkWritten({ title, words });
    if (!free.ok) return free;
    const no = await nextNumber(db, communityId, 'council_resource');
    await db.insert(councilResource).values({ communityId, no, memberId: facts.id, title, words, at: now });
    return told(`council/resource-${no}`, { resource: no, member: facts.no }, { title });
  },
});

export const withdrawResource = command({
  act: acts.withdrawResource,
  input: withdrawInput,
  facts: async ({ db, communityId }, { resource: no }) => {
    const [row] = await db
      .select()
      .from(councilResource)
      .where(and(eq(councilResource.communityId, communityId), eq(councilResource.no, no)))
      .for('update');
    return row && { ...row, withdrawn: row.withdrawnAt !== null };
  },
  run: async ({ db, communityId, now, input, facts }) => {
    const free = checkWritten({ reason: input.reason });
    if (!free.ok) return free;
    await db
      .update(councilResource)
      .set({ withdrawnAt: now, withdrawReason: input.reason })
      .where(and(eq(councilResource.communityId, communityId), eq(councilResource.id, facts.id)));
    return told(`council/resource-${facts.no}`, { resource: facts.no }, { state: 'withdrawn', reason: input.reason });
  },
});

/** The case a need comes from, by whichever number of it; undefined where whoever asks does not read it. */
async function caseOf(scope: Scope, named: string) {
  const no = await numberOf(scope, named);
  if (no === null) return undefined;
  const [row] = await scope.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.communityId, scope.communityId), eq(cases.no, no), notAgainst(scope)));
  return row?.id;
}

/** What names somebody on a list that names nobody, at its field. */
const named = (code: string, field: string) =>
  code === 'names_a_door'
    ? refuse('names_a_door', undefined, { [field]: 'names_a_door' })
    : refuse('names_a_person', undefined, { [field]: 'names_a_person' });

/** 上需求清单: in words that name nobody; a household whose need it was is told, and it stays theirs to close. */
export const addDemand = command({
  act: acts.addDemand,
  input: demandInput,
  races: { demand_community_id_need_id_unique: 'listed_already' },
  facts: async (scope, input) => {
    const from = await unlisted(scope, input.need);
    const caseId = input.case === undefined ? null : await caseOf(scope, input.case);
    return from && { ...from, caseId };
  },
  run: async ({ input, facts, ...scope }) => {
    const { title, words } = input;
    const { need, caseId } = facts;
    const hung = { title: checkHung({ title, place: '' }), words: checkHung({ title: '', place: words }) };
    const wrong = allWrong([
      hung.title.ok ? ok() : named(hung.title.refusal.code, 'title'),
      hung.words.ok ? ok() : named(hung.words.refusal.code, 'words'),
      caseId === undefined ? refuse('not_found', undefined, { case: 'no_such_case' }) : ok(),
    ]);
    if (wrong || caseId === undefined) return { ok: false, refusal: wrong ?? { code: 'not_found' as const } };
    const source = need ? 'visit' : caseId ? 'case' : input.source;
    const { no } = await listDemand(scope, { title, words, source, needId: need?.id ?? null, caseId });
    if (need) await turnInto(scope, need, 'demand', no);
    return told(`council/demand-${no}`, { demand: no }, { title });
  },
});

export const withdrawDemand = command({
  act: acts.withdrawDemand,
  input: withdrawDemandInput,
  facts: async (scope, input) => (await lockDemands(scope, [input.demand]))[0],
  run: async ({ db, communityId, now, input, facts }) => {
    const free = checkWritten({ reason: input.reason });
    if (!free.ok) return free;
    await db
      .update(demand)
      .set({ withdrawnAt: now, withdrawReason: input.reason })
      .where(here(demand, communityId, facts.id));
    return told(`council/demand-${facts.no}`, { demand: facts.no }, { state: 'withdrawn', reason: input.reason });
  },
});

/** 认领: what an organisation brings for it. */
export const claimDemand = command({
  act: acts.claimDemand,
  input: claimInput,
  races: { demand_claim_once: 'claimed_already' },
  facts: async (scope, input) => {
    const member = await lockMember(scope, input.member);
    const [found] = await lockDemands(scope, [input.demand]);
    return member && found && { ...found, member, left: member.left, leads: member.leads };
  },
  run: async ({ db, communityId, now, input, facts }) => {
    const free = checkWritten({ brings: input.brings });
    if (!free.ok) return free;
    const claim = { communityId, demandId: facts.id, memberId: facts.member.id, brings: input.brings, at: now };
    await db.insert(demandClaim).values(claim);
    return told(`council/demand-${facts.no}`, { demand: facts.no }, { member: facts.member.no, brings: input.brings });
  },
});
