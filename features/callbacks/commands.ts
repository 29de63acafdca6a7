import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { callback, callbackWave } from '@/db/schema/callbacks';
import { caseLink, cases } from '@/db/schema/cases';
import { objection, objectionRaiser } from '@/db/schema/objections';
import { proposal } from '@/db/schema/proposals';
import { affectedGroup, groupHousehold } from '@/db/schema/scoping';
import { resolution } from '@/db/schema/signoff';
import { works } from '@/db/schema/works';
import type { ProposalState } from '@/db/words/proposals';
import { lockKnown, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Database, type Scope } from '@/lib/gate';
import { digest, type Json } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { callbackFacts } from './facts';
import { closeInput, drawInput, noteInput } from './input';
import { type Call, dueDates, isVerified, type Wave, type WaveResult, waveResult, waveSample } from './rules';

type At = Pick<Scope, 'db' | 'now' | 'community'> & { actor: Actor };

async function step(
  { db, now, actor }: At,
  row: ProposalRow,
  kind: string,
  more: {
    to?: ProposalState;
    reason?: string;
    detail?: Record<string, string | number>;
    leaf?: { [key: string]: Json };
  },
) {
  const { leaf, ...event } = more;
  await recordStep(db, row, { kind, ...event, role: roleOf(actor), personId: personOf(actor), now });
  const sites = await db
    .select({ no: works.no })
    .from(works)
    .where(and(eq(works.communityId, row.communityId), eq(works.proposalId, row.id)));
  return {
    ok: true as const,
    leaf: { subject: `proposal/${row.no}`, content: { step: kind, ...more.detail, ...leaf } },
    changed: ['proposals', ...sites.map((site) => `works/${site.no}`)],
  };
}

/** The households of each group, and who of them is called whatever the draw says: those who objected or complained. */
async function toDraw(db: Database, row: ProposalRow) {
  const { communityId } = row;
  const members = await db
    .select({ household: groupHousehold.householdId, group: groupHousehold.groupId })
    .from(groupHousehold)
    .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, row.id)));
  const objectors = await db
    .selectDistinct({ household: objectionRaiser.householdId })
    .from(objectionRaiser)
    .innerJoin(
      objection,
      and(eq(objection.communityId, objectionRaiser.communityId), eq(objection.id, objectionRaiser.objectionId)),
    )
    .where(and(eq(objection.communityId, communityId), eq(objection.proposalId, row.id)));
  const complainants = await db
    .select({ household: cases.householdId, caseId: cases.id })
    .from(caseLink)
    .innerJoin(cases, and(eq(cases.communityId, caseLink.communityId), eq(cases.id, caseLink.caseId)))
    .where(and(eq(caseLink.communityId, communityId), eq(caseLink.proposalId, row.id), isNotNull(cases.householdId)));
  return {
    members,
    objectors: new Set(objectors.map((one) => one.household)),
    cases: new Map(complainants.map((one) => [one.household ?? 0, one.caseId])),
  };
}

/** The last wave of these, as it is under the lock of its proposal. */
async function waveOf(db: Database, which: SQL | undefined) {
  const [wave] = await db.select().from(callbackWave).where(which).orderBy(desc(callbackWave.id)).limit(1);
  return wave;
}

/** Row 20: who is called in a wave, drawn from a seed anybody can repeat. The first draw begins the verification. */
export const drawWave = command({
  act: acts.drawWave,
  input: drawInput,
  facts: (scope, input) => lockKnown(scope, input.proposal, callbackFacts),
  races: { callback_wave_once: 'drawn_already' },
  run: async (scope) => {
    const { db, communityId, now, input } = scope;
    const { row, worksCompletedAt: completedAt } = scope.facts;
    const [signed] = await db
      .select({ hash: resolution.hash })
      .from(resolution)
      .where(
        and(eq(resolution.communityId, communityId), eq(resolution.proposalId, row.id), isNotNull(resolution.signedAt)),
      )
      .orderBy(desc(resolution.id))
      .limit(1);
    if (!completedAt || !signed) return refuse('not_completed');
    const dueOn = dueDates(shanghaiDate(completedAt), input.snowOn ?? null)[input.wave];
    if (dueOn === null) return refuse('invalid', undefined, { snowOn: 'required' });
    if (dueOn > shanghaiDate(now)) return refuse('not_due', { on: dueOn });
    const seed = `${signed.hash.toString('hex')}:${shanghaiDate(completedAt)}:${input.wave}`;
    const [wave] = await db
      .insert(callbackWave)
      .values({
        communityId,
        proposalId: row.id,
        wave: input.wave,
        completedAt,
        dueOn,
        seed,
        drawnAt: now,
      })
      .returning({ id: callbackWave.id });
    const facts = await toDraw(db, row);
    const groups = [...new Set(facts.members.map((one) => one.group))];
    const drawn = groups.flatMap((group) => {
      const households = facts.members.filter((one) => one.group === group).map((one) => one.household);
      const always = households.filter((one) => facts.objectors.has(one) || facts.cases.has(one));
      return waveSample({ households, always }, seed, digest).map((household) => ({ group, household }));
    });
    const rows = drawn.map(({ group, household }) => ({
      communityId,
      waveId: wave?.id ?? 0,
      householdId: household,
      groupId: group,
      caseId: facts.cases.get(household) ?? null,
      formerObjector: facts.objectors.has(household),
    }));
    for (let first = 0; first < rows.length; first += 1000) {
      await db.insert(callback).values(rows.slice(first, first + 1000));
    }
    const done = await step(scope, row, 'callbacks_drawn', {
      ...(row.state === 'completed' ? { to: 'verifying' as const } : {}),
      detail: { wave: input.wave, households: rows.length },
      leaf: { seed, dueOn },
    });
    return { ...done, value: { proposal: input.proposal, wave: input.wave, households: rows.length } };
  },
});

/** 回访 of one household; the three questions are independent of each other. */
export const noteCallback = command({
  act: acts.noteCallback,
  input: noteInput,
  facts: async (scope, input) => {
    const { db, communityId } = scope;
    const [found] = await db
      .select({ waveId: callbackWave.id, no: proposal.no })
      .from(callback)
      .innerJoin(
        callbackWave,
        and(eq(callbackWave.communityId, callback.communityId), eq(callbackWave.id, callback.waveId)),
      )
      .innerJoin(
        proposal,
        and(eq(proposal.communityId, callbackWave.communityId), eq(proposal.id, callbackWave.proposalId)),
      )
      .where(and(eq(callback.communityId, communityId), eq(callback.id, input.callback)));
    const known = found && (await lockKnown(scope, found.no ?? 0, callbackFacts));
    const wave =
      known && (await waveOf(db, and(eq(callbackWave.communityId, communityId), eq(callbackWave.id, found.waveId))));
    return wave && { ...known, wave };
  },
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const reached = input.reached === 'yes';
    await db
      .update(callback)
      .set({
        reached,
        resolved: reached && input.resolved ? input.resolved === 'yes' : null,
        satisfaction: reached ? (input.satisfaction ?? null) : null,
        words: input.words,
        mayTell: reached && input.mayTell === 'yes',
        callerId: personOf(actor),
        at: now,
      })
      .where(and(eq(callback.communityId, communityId), eq(callback.id, input.callback)));
    const { no } = facts;
    return {
      ok: true,
      value: { proposal: no, callback: input.callback },
      leaf: {
        subject: `proposal/${no}`,
        content: {
          callback: input.callback,
          reached,
          resolved: input.resolved ?? null,
          satisfaction: reached ? (input.satisfaction ?? null) : null,
          words: input.words,
          mayTell: reached && input.mayTell === 'yes',
        },
      },
      changed: [],
    };
  },
});

/** The waves over so far of one completion. */
async function resultsOf(db: Database, row: ProposalRow, completedAt: Date, floor: readonly [number, number]) {
  const { communityId } = row;
  const groups = await db
    .select({ id: affectedGroup.id })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id)))
    .orderBy(asc(affectedGroup.position));
  const waves = await db
    .select()
    .from(callbackWave)
    .where(
      and(
        eq(callbackWave.communityId, communityId),
        eq(callbackWave.proposalId, row.id),
        eq(callbackWave.completedAt, completedAt),
      ),
    );
  const ids = waves.map((wave) => wave.id);
  const calls = ids.length
    ? await db
        .select()
        .from(callback)
        .where(and(eq(callback.communityId, communityId), inArray(callback.waveId, ids)))
    : [];
  const results = new Map<Wave, WaveResult>();
  for (const wave of waves.filter((one) => one.closedAt !== null)) {
    const own = calls
      .filter((call) => call.waveId === wave.id)
      .map(
        (call): Call => ({ group: call.groupId ?? 0, reached: call.reached === true, satisfaction: call.satisfaction }),
      );
    results.set(
      wave.wave,
      waveResult(
        groups.map((group) => group.id),
        own,
        floor,
      ),
    );
  }
  return results;
}

/** A wave is over: a group below its floor reopens the matter; when every wave has passed, it is verified. */
export const closeWave = command({
  act: acts.closeWave,
  input: closeInput,
  facts: async (scope, input) => {
    const { db, communityId } = scope;
    const known = await lockKnown(scope, input.proposal, callbackFacts);
    const of = known && and(eq(callbackWave.proposalId, known.id), eq(callbackWave.wave, input.wave));
    const wave = of && (await waveOf(db, and(eq(callbackWave.communityId, communityId), of)));
    if (!wave) return undefined;
    const uncalled = and(eq(callback.communityId, communityId), eq(callback.waveId, wave.id), isNull(callback.at));
    return { ...known, wave, open: await db.$count(callback, uncalled) };
  },
  run: async (scope) => {
    const { db, communityId, community, now, input } = scope;
    const { row, wave } = scope.facts;
    await db
      .update(callbackWave)
      .set({ closedAt: now })
      .where(and(eq(callbackWave.communityId, communityId), eq(callbackWave.id, wave.id)));
    const results = await resultsOf(db, row, wave.completedAt, (row.rule ?? community.settings).callbackFloor);
    const own = results.get(input.wave);
    const to = own?.passes === false ? 'reopened' : isVerified(results) ? 'verified' : undefined;
    const done = await step(scope, row, 'wave_closed', {
      ...(to ? { to } : {}),
      detail: { wave: input.wave, below: own?.below.length ?? 0 },
      leaf: { groups: (own?.groups ?? []).map(({ group, n, d, silent }) => ({ group, n, d, silent })) },
    });
    return { ...done, value: { proposal: input.proposal, wave: input.wave, state: to ?? row.state } };
  },
});
