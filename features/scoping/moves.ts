import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { entrance, grants } from '@/db/schema/people';
import { stakes } from '@/features/proposals/facts';
import { lockKnown } from '@/features/proposals/moves';
import type { Database, Scope } from '@/lib/gate';
import { scopingFacts } from './facts';
import type { Entrance } from './rules';

export const lockScoping = (scope: Scope, input: { proposal: number }) =>
  lockKnown(scope, input.proposal, { ...scopingFacts, ...stakes });

export const entrancesIn = (db: Database, communityId: number): Promise<Entrance[]> =>
  db
    .select({ id: entrance.id, buildingId: entrance.buildingId })
    .from(entrance)
    .where(eq(entrance.communityId, communityId));

/** Captains by entrance, and whether the named stand-in is a social worker here. */
export async function knockers(db: Database, communityId: number, standIn: number | undefined, now: Date) {
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
