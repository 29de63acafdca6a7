import { and, eq } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { worksPlace } from '@/db/schema/places';
import { lockSite } from '@/features/works/moves';
import { asHousehold } from '@/lib/actor';
import type { Scope } from '@/lib/gate';

/** A milestone of a site, by its position; whatever happens there happens under the lock of its proposal. */
export async function lockMilestone(scope: Scope, input: { works: number; milestone: number }) {
  const facts = await lockSite(scope, input);
  const milestone = facts?.works.milestones.find((one) => one.position === input.milestone);
  return facts && milestone && { ...facts, milestone };
}

/** One of its places, by its position. */
export async function lockPlace(scope: Scope, input: { works: number; milestone: number; place: number }) {
  const facts = await lockMilestone(scope, input);
  const place = facts?.milestone.places.find((one) => one.position === input.place);
  return facts && place && { ...facts, place };
}

/** The same with a home, and whether it is whoever asks who lives there. */
export async function lockBeside(
  scope: Scope,
  input: { works: number; milestone: number; place: number; household: number },
) {
  const facts = await lockPlace(scope, input);
  const [home] = await scope.db
    .select({ householdId: household.id, entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, scope.communityId), eq(household.id, input.household)));
  return facts && home && { ...facts, ...home, own: asHousehold(scope.who, home.householdId) !== null };
}
export type LockedBeside = NonNullable<Awaited<ReturnType<typeof lockBeside>>>;

export const ofPlace = (communityId: number, id: number) =>
  and(eq(worksPlace.communityId, communityId), eq(worksPlace.id, id));
