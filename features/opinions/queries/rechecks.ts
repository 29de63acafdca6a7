import { and, eq, sql } from 'drizzle-orm';
import { opinion, opinionContent, recheck } from '@/db/schema/opinions';
import { building, entrance, household, unit } from '@/db/schema/people';
import { wantsNoVisits } from '@/features/people/facts';
import { whyNot } from '@/lib/act';
import { query } from '@/lib/query';
import { noteRecheck } from '../acts';
import { vouchedBy } from '../moves';
import { mayReadOpinions } from '../policy';
import { roundOf } from './round';

/** Second looks of a round: which doors, and what came of it. Whoever recorded or witnessed cannot do it. */
export const deskRechecks = query({
  name: 'rechecks.desk',
  allow: (who) => mayReadOpinions(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who, now } = scope;
    const about = await roundOf(scope, no);
    if (!about) return undefined;
    const rows = await db
      .select({
        id: recheck.id,
        outcome: recheck.outcome,
        note: recheck.note,
        checkedAt: recheck.checkedAt,
        stance: opinion.stance,
        householdId: household.id,
        entranceId: household.entranceId,
        recorder: vouchedBy,
        witness: opinion.witnessId,
        words: opinionContent.words,
        building: building.name,
        entrance: entrance.no,
        door: unit.door,
        quiet: wantsNoVisits(),
      })
      .from(recheck)
      .innerJoin(opinion, and(eq(opinion.communityId, recheck.communityId), eq(opinion.id, recheck.opinionId)))
      .innerJoin(household, and(eq(household.communityId, opinion.communityId), eq(household.id, opinion.householdId)))
      .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
      .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
      .leftJoin(
        opinionContent,
        and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
      )
      .where(and(eq(recheck.communityId, communityId), eq(opinion.roundId, about.id)))
      .orderBy(sql`length(${building.name})`, building.name, entrance.no, sql`length(${unit.door})`, unit.door);
    return {
      ...about,
      /** `blocked`: why whoever asks cannot take it; null when they can. */
      rechecks: rows.map(({ recorder, witness, householdId, entranceId, ...row }) => ({
        ...row,
        blocked: whyNot(noteRecheck, {
          facts: { recorder, witness, householdId, entranceId, outcome: row.outcome },
          who,
          now,
        }),
      })),
    };
  },
});
