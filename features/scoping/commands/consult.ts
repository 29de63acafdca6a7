import { and, asc, eq, isNull } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { affectedGroup, groupHousehold, groupPlace } from '@/db/schema/scoping';
import { writeLetters } from '@/features/letters/moves';
import { byId, namedGroups, recordStep } from '@/features/proposals/moves';
import { checkGroups } from '@/features/proposals/rules';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { canonical, sha256 } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { consultInput, groupsShown } from '../input';
import { letters } from '../letters';
import { entrancesIn, knockers, lockScoping } from '../moves';
import { entrancesOf, type Place } from '../rules';

/** Row 5: the consultation starts. Households are fixed and hashed, the rule of decision is frozen. */
export const startConsultation = command({
  act: acts.startConsultation,
  input: consultInput,
  facts: lockScoping,
  shown: async ({ db, facts }) => groupsShown(await namedGroups(db, facts.row)),
  run: async ({ db, community, communityId, now, actor, input, facts: { row } }) => {
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
      .where(and(eq(household.communityId, communityId), isNull(household.endedAt)))
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
    await db.update(proposal).set({ rule, snapshotHash }).where(byId(row));
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
      { db, communityId, now },
      letters.consultation_started,
      facts
        .flatMap((group) => group.households)
        .map((household) => ({ to: { household }, no: input.proposal, detail: { title: row.title } })),
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
