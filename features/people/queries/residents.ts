import { and, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { building, entrance, household, person, residency, unit } from '@/db/schema/people';
import { hoursAfter } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { TAKE_BACK_HOURS, tooLate } from '@/lib/undoing';
import { residentOf } from '../moves';
import { mayEndResidency, maySeeJoins, maySeeResidents, mayTakeBackJoin } from '../policy';
import { place } from './place';

const PAGE = 30;

const residentsOf = ({ db, communityId }: Scope) =>
  db
    .select({
      id: residency.id,
      ...place,
      name: person.name,
      from: residency.from,
      to: residency.to,
      by: sql<string | null>`(select c.name from person c where c.id = ${residency.confirmedBy})`,
    })
    .from(residency)
    .innerJoin(person, eq(person.id, residency.personId))
    .innerJoin(household, and(eq(household.communityId, communityId), eq(household.id, residency.householdId)))
    .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)))
    .$dynamic();

/** Whether it is not over, and can still be taken back. */
const withState = <R extends { from: Date; to: Date | null }>(row: R, now: Date) => ({
  ...row,
  recent: row.to === null && tooLate(row.from, now) === null,
});

/** Who is and was registered where, newest first. */
export const deskResidents = query({
  name: 'residents.desk',
  allow: (who, _: { after: number | null }) => maySeeResidents(who),
  read: async (scope, { after }) => {
    const rows = await residentsOf(scope)
      .where(and(eq(residency.communityId, scope.communityId), after === null ? undefined : lte(residency.id, after)))
      .orderBy(desc(residency.id))
      .limit(PAGE + 2);
    const found = pageAfter(rows, after, { size: PAGE, key: (row) => row.id });
    return found && { residents: found.page.map((row) => withState(row, scope.now)), next: found.next };
  },
});
export type ResidentView = NonNullable<Awaited<ReturnType<typeof deskResidents>>>['residents'][number];

/** Whom the one who asks has let in within a day, and who still lives there: what they may take back. */
export const letInByMe = query({
  name: 'residents.let_in',
  allow: maySeeJoins,
  read: async (scope) => {
    const { communityId, now, who } = scope;
    if (who.kind !== 'person') return undefined;
    const rows = await residentsOf(scope)
      .where(
        and(
          ...[eq(residency.communityId, communityId), eq(residency.confirmedBy, who.personId), isNull(residency.to)],
          gt(residency.from, hoursAfter(now, -TAKE_BACK_HOURS)),
        ),
      )
      .orderBy(desc(residency.id))
      .limit(50);
    return rows.map((row) => withState(row, now));
  },
});

/** One of them, and what the acts with them ask about. */
export const resident = query({
  name: 'residents.one',
  allow: maySeeJoins,
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who, now } = scope;
    const [view] = await residentsOf(scope).where(and(eq(residency.communityId, communityId), eq(residency.id, no)));
    const facts = view && (await residentOf({ db, communityId }, { resident: no }));
    if (!facts || !(mayTakeBackJoin(who, facts) ?? mayEndResidency(who, facts))) return undefined;
    return { ...view, asked: { facts, who, now } };
  },
});
