import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { entrance, grants, household } from '@/db/schema/people';
import { proposal, proposalEvent } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import { affectedGroup, groupHousehold, groupPlace, legalGate } from '@/db/schema/scoping';
import { writeLetters } from '@/features/letters/moves';
import { lockProposal, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { checkGroups, mayMove } from '@/features/proposals/rules';
import { type Actor, personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Database, type Scope } from '@/lib/gate';
import { canonical, sha256 } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import { consultInput, decideGateInput, nameGroupsInput, proposalInput } from './input';
import { mayDecideGate, mayNameGroups, mayStartConsultation } from './policy';
import {
  checkConfirmation,
  checkNaming,
  checkRegroup,
  type Entrance,
  entrancesOf,
  GATES_OPEN_IN,
  type NamedGroup,
  type Place,
} from './rules';

const subject = ({ db, communityId }: Scope, input: { proposal: number }) =>
  lockProposal(db, communityId, input.proposal);

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);
const ofProposal = (row: ProposalRow) => and(eq(proposal.communityId, row.communityId), eq(proposal.id, row.id));

const entrancesIn = (db: Database, communityId: number): Promise<Entrance[]> =>
  db
    .select({ id: entrance.id, buildingId: entrance.buildingId })
    .from(entrance)
    .where(eq(entrance.communityId, communityId));

async function everConsulted(db: Database, row: ProposalRow): Promise<boolean> {
  const found = await db
    .select({ id: proposalEvent.id })
    .from(proposalEvent)
    .where(
      and(
        eq(proposalEvent.communityId, row.communityId),
        eq(proposalEvent.proposalId, row.id),
        eq(proposalEvent.to, 'consulting'),
      ),
    )
    .limit(1);
  return found.length > 0;
}

const placeRow = (place: Place, doors: readonly Entrance[]) =>
  'building' in place
    ? { buildingId: place.building, entranceId: null }
    : { buildingId: doors.find((door) => door.id === place.entrance)?.buildingId ?? 0, entranceId: place.entrance };

/** Writes the groups by position: one somebody was asked in keeps its row, for rounds and objections point at it. */
async function replaceGroups(
  db: Database,
  row: ProposalRow,
  groups: readonly NamedGroup[],
  doors: readonly Entrance[],
) {
  const { communityId } = row;
  await db
    .delete(groupHousehold)
    .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, row.id)));
  const before = await db
    .select({ id: affectedGroup.id })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id)))
    .orderBy(asc(affectedGroup.position));
  const ids = before.map((group) => group.id);
  if (ids.length > groups.length && (await everConsulted(db, row)))
    return refuse('group_in_use', { count: ids.length });
  if (ids.length > 0) {
    await db.delete(groupPlace).where(and(eq(groupPlace.communityId, communityId), inArray(groupPlace.groupId, ids)));
  }
  const surplus = ids.slice(groups.length);
  if (surplus.length > 0) {
    await db
      .delete(affectedGroup)
      .where(and(eq(affectedGroup.communityId, communityId), inArray(affectedGroup.id, surplus)));
  }
  for (const [index, group] of groups.entries()) {
    const values = { name: group.name, effect: group.effect, why: group.why, households: null };
    const [saved] = await db
      .insert(affectedGroup)
      .values({ communityId, proposalId: row.id, position: index + 1, ...values })
      .onConflictDoUpdate({
        target: [affectedGroup.communityId, affectedGroup.proposalId, affectedGroup.position],
        set: values,
      })
      .returning({ id: affectedGroup.id });
    const groupId = saved?.id ?? 0;
    await db
      .insert(groupPlace)
      .values(group.places.map((place) => ({ communityId, groupId, ...placeRow(place, doors) })));
  }
  return undefined;
}

/** 相关方: who benefits, who bears the harm. Changed after the consultation started, it voids the open round. */
export const nameGroups = command({
  act: 'groups.name',
  input: nameGroupsInput,
  subject,
  allow: mayNameGroups,
  run: async ({ db, communityId, now, actor, input, subject: row }) => {
    const may = checkRegroup(row.state);
    if (!may.ok) return may;
    const doors = await entrancesIn(db, communityId);
    const named = checkNaming(input.groups, doors);
    if (!named.ok) return named;
    const refused = await replaceGroups(db, row, input.groups, doors);
    if (refused) return refused;

    const started = row.state !== 'scoping';
    const open = and(eq(round.communityId, communityId), eq(round.proposalId, row.id), eq(round.state, 'open'));
    const voided = (await db.update(round).set({ state: 'void', closedAt: now }).where(open)).rowCount ?? 0;
    await db
      .update(proposal)
      .set({ groupsNamedBy: personOf(actor), groupsConfirmedBy: null, snapshotHash: null, rule: null })
      .where(ofProposal(row));
    await recordStep(db, row, {
      kind: started ? 'groups_changed' : 'groups_named',
      ...(started ? { to: 'scoping' as const } : {}),
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { groups: input.groups.length, voided },
      now,
    });
    const groups = input.groups.map(({ name, effect, why }) => ({ name, effect, why }));
    return {
      ok: true,
      value: { proposal: input.proposal, groups: groups.length, voided },
      leaf: { subject: `proposal/${input.proposal}`, content: { groups, voided } },
      changed: ['proposals'],
    };
  },
});

/** The second person says the groups are right. */
export const confirmGroups = command({
  act: 'groups.confirm',
  input: proposalInput,
  subject,
  allow: mayNameGroups,
  run: async ({ db, now, actor, input, subject: row }) => {
    const may = checkConfirmation(row.state, row.groupsNamedBy, row.groupsConfirmedBy, personOf(actor));
    if (!may.ok) return may;
    await db
      .update(proposal)
      .set({ groupsConfirmedBy: personOf(actor) })
      .where(ofProposal(row));
    await recordStep(db, row, { kind: 'groups_confirmed', role: roleOf(actor), personId: personOf(actor), now });
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { groups: 'confirmed' } },
      changed: ['proposals'],
    };
  },
});

/** Captains by entrance, and whether the named stand-in is a social worker here. */
async function knockers(db: Database, communityId: number, standIn: number | undefined, now: Date) {
  const held = await db
    .select({ personId: grants.personId, role: grants.role, entranceId: grants.entranceId })
    .from(grants)
    .where(
      and(
        eq(grants.communityId, communityId),
        inArray(grants.role, ['captain', 'social-worker']),
        lte(grants.from, now),
        or(isNull(grants.to), gt(grants.to, now)),
      ),
    );
  const captains = new Map(held.flatMap((one) => (one.entranceId === null ? [] : [[one.entranceId, one.personId]])));
  const substitute = held.find((one) => one.role === 'social-worker' && one.personId === standIn)?.personId ?? null;
  return (entranceId: number) => ({ captain: captains.get(entranceId) ?? substitute, own: captains.has(entranceId) });
}

/** Row 5: the consultation starts. Households are fixed and hashed, the rule of decision is frozen. */
export const startConsultation = command({
  act: 'proposal.consult',
  input: consultInput,
  subject,
  allow: mayStartConsultation,
  run: async ({ db, community, communityId, now, actor, input, subject: row }) => {
    if (row.state !== 'scoping' || !mayMove(row.state, 'consulting'))
      return refuse('wrong_state', { state: row.state });
    const doors = await entrancesIn(db, communityId);
    const groups = await db
      .select()
      .from(affectedGroup)
      .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id)))
      .orderBy(asc(affectedGroup.position));
    const places = await db
      .select({ groupId: groupPlace.groupId, building: groupPlace.buildingId, entrance: groupPlace.entranceId })
      .from(groupPlace)
      .innerJoin(
        affectedGroup,
        and(eq(affectedGroup.communityId, groupPlace.communityId), eq(affectedGroup.id, groupPlace.groupId)),
      )
      .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id)));
    const homes = await db
      .select({ id: household.id, entranceId: household.entranceId })
      .from(household)
      .where(eq(household.communityId, communityId))
      .orderBy(asc(household.id))
      .for('share');
    const whoKnocks = await knockers(db, communityId, input.standIn, now);
    const facts = groups.map((group) => {
      const own = places
        .filter((place) => place.groupId === group.id)
        .map((place): Place => (place.entrance === null ? { building: place.building } : { entrance: place.entrance }));
      const covered = entrancesOf(own, doors);
      const households = homes.filter((home) => covered.includes(home.entranceId)).map((home) => home.id);
      return {
        id: group.id,
        effect: group.effect,
        households,
        entrances: covered.map((id) => ({ id, ...whoKnocks(id) })),
      };
    });
    const may = checkGroups(facts, row.groupsNamedBy, row.groupsConfirmedBy);
    if (!may.ok) {
      const { code, details } = may.refusal;
      return code === 'entrance_without_captain' ? refuse(code, details, { standIn: code }) : may;
    }

    await db
      .delete(groupHousehold)
      .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, row.id)));
    for (const group of facts) {
      const rows = group.households.map((id) => ({
        communityId,
        proposalId: row.id,
        householdId: id,
        groupId: group.id,
      }));
      for (let first = 0; first < rows.length; first += 1000) {
        await db.insert(groupHousehold).values(rows.slice(first, first + 1000));
      }
      await db
        .update(affectedGroup)
        .set({ households: rows.length })
        .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.id, group.id)));
    }
    const snapshotHash = sha256(canonical(facts.map(({ id, effect, households }) => ({ id, effect, households }))));
    const rule = community.settings;
    await db.update(proposal).set({ rule, snapshotHash }).where(ofProposal(row));
    const households = facts.reduce((sum, group) => sum + group.households.length, 0);
    const standIns = facts.flatMap((group) => group.entrances).filter((one) => !one.own).length;
    await recordStep(db, row, {
      kind: 'consultation_started',
      to: 'consulting',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { groups: groups.length, households, standIns },
      now,
    });
    await writeLetters(
      db,
      communityId,
      facts
        .flatMap((group) => group.households)
        .map((householdId) => ({
          householdId,
          kind: 'consultation_started',
          subject: `/${community.slug}/proposals/${input.proposal}`,
          detail: row.title,
          now,
        })),
    );
    return {
      ok: true,
      value: { proposal: input.proposal, households },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          snapshot: snapshotHash.toString('hex'),
          rule: { ...rule },
          groups: facts.map((group) => ({ id: group.id, effect: group.effect, households: group.households.length })),
        },
      },
      changed: ['proposals'],
    };
  },
});

/** 依法须办的手续: satisfied by evidence, or not applicable for a reason; whoever decides signs. */
export const decideGate = command({
  act: 'gate.decide',
  input: decideGateInput,
  subject: async (scope, input) => {
    const row = await subject(scope, input);
    const [gate] = await scope.db
      .select()
      .from(legalGate)
      .where(
        and(
          eq(legalGate.communityId, scope.communityId),
          eq(legalGate.proposalId, row?.id ?? 0),
          eq(legalGate.key, input.gate),
        ),
      );
    return row && gate ? { row, gate } : undefined;
  },
  allow: mayDecideGate,
  run: async ({ db, communityId, now, actor, input, subject: { row, gate } }) => {
    if (!GATES_OPEN_IN.includes(row.state)) return refuse('gates_fixed', { state: row.state });
    if (input.decidedOn && input.decidedOn > shanghaiDate(now)) {
      return refuse('invalid', undefined, { decidedOn: 'not_future' });
    }
    await db
      .update(legalGate)
      .set({
        state: input.outcome,
        evidence: input.evidence,
        decidedOn: input.decidedOn ?? shanghaiDate(now),
        signerId: personOf(actor),
        signedAt: now,
      })
      .where(and(eq(legalGate.communityId, communityId), eq(legalGate.id, gate.id)));
    await recordStep(db, row, {
      kind: 'gate_decided',
      role: roleOf(actor),
      personId: personOf(actor),
      reason: input.evidence,
      detail: { gate: input.gate, outcome: input.outcome },
      now,
    });
    return {
      ok: true,
      value: { proposal: input.proposal, gate: input.gate },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { gate: input.gate, outcome: input.outcome, evidence: input.evidence },
      },
      changed: ['proposals'],
    };
  },
});
