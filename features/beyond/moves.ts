import { and, eq } from 'drizzle-orm';
import { outsideConsent } from '@/db/schema/beyond';
import { lockKnown } from '@/features/proposals/moves';
import type { Scope } from '@/lib/gate';
import { consentFacts } from './facts';

export const lockConsents = (scope: Scope, input: { proposal: number }) =>
  lockKnown(scope, input.proposal, consentFacts);

/** One of them, by its place. */
export async function lockConsent(scope: Scope, input: { proposal: number; consent: number }) {
  const facts = await lockConsents(scope, input);
  const consent = facts?.consents.find((one) => one.position === input.consent);
  return facts && consent && { ...facts, consent };
}

export const ofConsent = (row: { communityId: number; id: number }, position: number) =>
  and(
    ...[eq(outsideConsent.communityId, row.communityId), eq(outsideConsent.proposalId, row.id)],
    eq(outsideConsent.position, position),
  );
