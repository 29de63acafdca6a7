import { and, asc, eq, isNull } from 'drizzle-orm';
import {
  alternative,
  alternativeGroup,
  alternativeHousehold,
  alternativeStanding,
  comparison,
} from '@/db/schema/alternatives';
import { household } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { writeLetters } from '@/features/letters/moves';
import { planText } from '@/features/plans/moves';
import { byId, recordStep } from '@/features/proposals/moves';
import { checkGroups } from '@/features/proposals/rules';
import { checkWindow, closeOf, leastDays } from '@/features/rounds/rules/window';
import { entrancesIn, knockers } from '@/features/scoping/moves';
import { entrancesOf, type Place } from '@/features/scoping/rules';
import { personOf, roleOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { canonical, sha256 } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import type { AlternativeFact } from '../facts';
import { alternativesShown, openInput } from '../input';
import { letters } from '../letters';
import { closing, lockComparison, ofComparison } from '../moves';
import { inserted } from '../moves/rows';
import { carriedTo } from '../moves/standing';
import { letterOf } from '../rules';

/** The households behind each group of an alternative, and who knocks there. */
async function membersOf(
  db: Database,
  communityId: number,
  alternatives: readonly AlternativeFact[],
  knocks: Awaited<ReturnType<typeof knockers>>,
) {
  const doors = await entrancesIn(db, communityId);
  const homes = await db
    .select({ id: household.id, entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, communityId), isNull(household.endedAt)))
    .orderBy(asc(household.id))
    .for('share');
  return alternatives.map((one) => ({
    ...one,
    groups: one.groups.map(({ id, name, effect, why, places }) => {
      const own = places.map(
        (place): Place => (place.entrance === null ? { building: place.building } : { entrance: place.entrance }),
      );
      const covered = entrancesOf(own, doors);
      return {
        id,
        name,
        effect,
        why,
        households: homes.filter((home) => covered.includes(home.entranceId)).map((home) => home.id),
        entrances: covered.map((entrance) => ({ id: entrance, ...knocks(entrance) })),
      };
    }),
  }));
}

/** Row c: what is asked is sealed, whom it concerns is fixed, and the rule of decision is frozen. */
export const openComparison = command({
  act: acts.openComparison,
  input: openInput,
  facts: lockComparison,
  shown: ({ facts }) => alternativesShown(facts.comparison),
  run: async ({ db, community, communityId, now, actor, input, facts: { row, comparison: live, roundDays } }) => {
    const closesAt = closeOf(input.closesOn);
    const window = checkWindow({ opensAt: now, closesAt }, now, leastDays(roundDays));
    if (!window.ok) return window;
    const openedBy = personOf(actor) ?? 0;
    const comparisonId = live?.id ?? 0;
    const knocks = await knockers(db, communityId, input.standIn, now);
    const all = await membersOf(db, communityId, live?.alternatives ?? [], knocks);
    for (const one of all) {
      const may = checkGroups(one.groups, one.draftedBy, openedBy);
      if (may.ok) continue;
      const { code, details } = may.refusal;
      const of = { ...details, alternative: letterOf(one.position) };
      return code === 'entrance_without_captain'
        ? refuse(code, of, { standIn: code })
        : { ok: false, refusal: { code, details: of } };
    }
    const before = { version: 1, before: null, changes: [], materiality: [] };
    const sealed = all.map((one) => {
      const hash = sha256(canonical(planText({ proposal: input.proposal, ...before, ...one })));
      return { ...one, hash };
    });
    const here = { communityId, id: comparisonId, proposalId: row.id };
    for (const { id, hash } of sealed)
      await db
        .update(alternative)
        .set({ hash })
        .where(and(eq(alternative.communityId, communityId), eq(alternative.id, id)));
    const rows = sealed.flatMap(({ id, groups }) =>
      groups.flatMap((group) =>
        group.households.map((householdId) => ({ communityId, alternativeId: id, householdId, groupId: group.id })),
      ),
    );
    await inserted(rows, (some) => db.insert(alternativeHousehold).values(some));
    for (const { groups } of sealed)
      for (const { id, households } of groups)
        await db
          .update(alternativeGroup)
          .set({ households: households.length })
          .where(and(eq(alternativeGroup.communityId, communityId), eq(alternativeGroup.id, id)));
    const standing = await carriedTo(db, here, sealed);
    await inserted(standing, (some) => db.insert(alternativeStanding).values(some));

    const content = sealed.map(({ position, hash, groups }) => ({
      alternative: letterOf(position),
      hash: hash.toString('hex'),
      groups: groups.map(({ name, effect, households }) => ({ name, effect, households })),
    }));
    const hash = sha256(canonical(content));
    await db
      .update(comparison)
      .set({ openedBy, opensAt: now, closesAt, firstClosesAt: closesAt, hash })
      .where(ofComparison(communityId, comparisonId));
    const rule = community.settings;
    await db.update(proposal).set({ rule }).where(byId(row));
    const households = [...new Set(rows.map(({ householdId }) => householdId))];
    const stands = new Set(standing.map((one) => `${one.alternativeId}:${one.householdId}`));
    const asked = households.filter((home) =>
      rows.some((one) => one.householdId === home && !stands.has(`${one.alternativeId}:${home}`)),
    );
    await recordStep(db, row, {
      kind: 'comparison_opened',
      to: 'comparing',
      role: roleOf(actor),
      personId: openedBy,
      detail: { alternatives: all.length, households: households.length },
      now,
    });
    await writeLetters(
      { db, communityId, now },
      letters.comparison_opened,
      asked.map((home) => ({
        to: { household: home },
        no: input.proposal,
        until: closesAt,
        detail: { title: row.title, count: all.length },
      })),
    );
    return {
      ok: true,
      value: { proposal: input.proposal, households: households.length, asked: asked.length },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          comparison: hash.toString('hex'),
          rule: { ...rule },
          closesAt: closesAt.toISOString(),
          alternatives: content.map(({ groups, ...one }) => ({
            ...one,
            groups: groups.map((group) => ({ ...group, households: group.households.length })),
          })),
        },
      },
      jobs: [closing(community.slug, communityId, input.proposal, closesAt)],
      changed: ['proposals'],
    };
  },
});
