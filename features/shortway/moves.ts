import { and, eq, isNull } from 'drizzle-orm';
import { shortWay } from '@/db/schema/shortway';
import { lockKnown } from '@/features/proposals/moves';
import type { Scope } from '@/lib/gate';
import { shortFacts } from './facts';

export const lockShort = (scope: Scope, input: { proposal: number }) => lockKnown(scope, input.proposal, shortFacts);

/** What goes the short way for this proposal now. */
export const running = ({ communityId, id }: { communityId: number; id: number }) =>
  and(eq(shortWay.communityId, communityId), eq(shortWay.proposalId, id), isNull(shortWay.endedAt));
