import { eq } from 'drizzle-orm';
import { entrance } from '@/db/schema/people';
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
