import { and, asc, eq, inArray } from 'drizzle-orm';
import { proposal, proposalEvent } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import { affectedGroup, groupHousehold, groupPlace } from '@/db/schema/scoping';
import { byId, namedGroups, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { confirmInput, groupsShown, nameGroupsInput } from '../input';
import { entrancesIn, lockScoping } from '../moves';
import { checkNaming, type Entrance, type NamedGroup, type Place } from '../rules';

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

const placed = (place: Place): string =>
  'building' in place ? `building:${place.building}` : `entrance:${place.entrance}`;

/** A group as it is compared: in whatever order its places were ticked. */
const said = ({ name, effect, why, places }: NamedGroup): string =>
  JSON.stringify([name, effect, why, places.map(placed).sort()]);

/** Whether the proposal has these very groups already. */
async function sameGroups(db: Database, row: ProposalRow, groups: readonly NamedGroup[]): Promise<boolean> {
  const { communityId } = row;
  const rows = await db
    .select({ group: affectedGroup, building: groupPlace.buildingId, entrance: groupPlace.entranceId })
    .from(affectedGroup)
    .leftJoin(
      groupPlace,
      and(eq(groupPlace.communityId, affectedGroup.communityId), eq(groupPlace.groupId, affectedGroup.id)),
    )
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id)))
    .orderBy(asc(affectedGroup.position));
  const known = [...new Map(rows.map(({ group }) => [group.id, group])).values()].map((group) => ({
    ...group,
    places: rows
      .filter((one) => one.group.id === group.id)
      .map(({ building, entrance }): Place => (entrance === null ? { building: building ?? 0 } : { entrance })),
  }));
  return known.map(said).join() === groups.map(said).join();
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

const standingGroups = async ({ db, facts }: Scope & { facts: { row: ProposalRow } }) =>
  groupsShown(await namedGroups(db, facts.row));

/** 相关方: who benefits, who bears the harm. Changed after the consultation started, it voids the open round. */
export const nameGroups = command({
  act: acts.nameGroups,
  input: nameGroupsInput,
  facts: lockScoping,
  shown: standingGroups,
  run: async ({ db, communityId, now, actor, input, facts: { row } }) => {
    const doors = await entrancesIn(db, communityId);
    const named = checkNaming(input.groups, doors);
    if (!named.ok) return named;
    if (await sameGroups(db, row, input.groups)) return refuse('nothing_changed');
    const refused = await replaceGroups(db, row, input.groups, doors);
    if (refused) return refused;

    const started = row.state !== 'scoping';
    const open = and(eq(round.communityId, communityId), eq(round.proposalId, row.id), eq(round.state, 'open'));
    const voided = (await db.update(round).set({ state: 'void', closedAt: now }).where(open)).rowCount ?? 0;
    await db
      .update(proposal)
      .set({ groupsNamedBy: personOf(actor), groupsConfirmedBy: null, snapshotHash: null, rule: null })
      .where(byId(row));
    await recordStep(db, row, {
      kind: started ? 'groups_changed' : 'groups_named',
      ...(started ? { to: 'scoping' as const } : {}),
      role: roleOf(actor),
      personId: personOf(actor),
      reason: input.reason,
      detail: { groups: input.groups.length, voided },
      now,
    });
    const groups = input.groups.map(({ name, effect, why }) => ({ name, effect, why }));
    return {
      ok: true,
      value: { proposal: input.proposal, groups: groups.length, voided },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { groups, voided, ...(input.reason && { reason: input.reason }) },
      },
      changed: voided > 0 ? ['proposals', 'rounds'] : ['proposals'],
    };
  },
});

/** The second person says the groups are right. */
export const confirmGroups = command({
  act: acts.confirmGroups,
  input: confirmInput,
  facts: lockScoping,
  shown: standingGroups,
  run: async ({ db, now, actor, input, facts: { row } }) => {
    await db
      .update(proposal)
      .set({ groupsConfirmedBy: personOf(actor) })
      .where(byId(row));
    await recordStep(db, row, { kind: 'groups_confirmed', role: roleOf(actor), personId: personOf(actor), now });
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { groups: 'confirmed' } },
      changed: ['proposals'],
    };
  },
});
