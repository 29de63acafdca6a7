import { and, eq } from 'drizzle-orm';
import { ledgerHead } from '@/db/schema/ledger';
import { notice, resolution, signature } from '@/db/schema/signoff';
import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { signInput } from '../input';
import { letters } from '../letters';
import { lockText, tellAll } from '../moves';
import { rolesMissing, signedLeaf } from '../rules';

/** Row 15. Agreement is read again under the proposal's lock; the last signature puts the resolution in force. */
export const signResolution = command({
  act: acts.signResolution,
  input: signInput,
  facts: lockText,
  races: {
    signature_community_id_resolution_id_signer_id_unique: 'person_has_signed',
    signature_community_id_resolution_id_role_pk: 'role_has_signed',
  },
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const { row, notice: posted, drawn, text, termActive } = facts;
    const role = roleOf(actor);
    if (!posted || (role !== 'party-secretary' && role !== 'governance-secretary')) return refuse('not_allowed');
    const { content, hash } = text;
    const hex = hash.toString('hex');
    if (input.hash !== hex) return refuse('text_changed', { was: input.hash, hash: hex });
    const signer = personOf(actor) ?? 0;
    const [own] = drawn
      ? [drawn]
      : await db
          .insert(resolution)
          .values({
            communityId,
            no: await nextNumber(db, communityId, 'resolution'),
            proposalId: row.id,
            noticeId: posted.id,
            planVersion: posted.version,
            canonical: content,
            hash,
            createdAt: now,
          })
          .returning();
    if (!own) throw new Error('the resolution was not drawn up');
    await db.insert(signature).values({ communityId, resolutionId: own.id, role, signerId: signer, hash, at: now });
    const missing = rolesMissing([...posted.signed, { role, signer, hash: hex }], hex, termActive);
    const complete = missing.length === 0;
    await recordStep(db, row, {
      kind: complete ? 'signed_off' : 'signed',
      ...(complete ? { to: 'signed_off' as const } : {}),
      role,
      personId: signer,
      detail: { resolution: own.no, version: posted.version },
      now,
    });
    if (complete) {
      await tellAll({ db, communityId, now }, row, letters.resolution_signed, { no: own.no });
      await db
        .update(notice)
        .set({ state: 'signed' })
        .where(and(eq(notice.communityId, communityId), eq(notice.id, posted.id)));
      // The gate appends this act's leaf next; holding the head until then makes its number certain.
      const [head] = await db.select().from(ledgerHead).where(eq(ledgerHead.communityId, communityId)).for('update');
      await db
        .update(resolution)
        .set({ signedAt: now, leafSeq: (head?.size ?? 0) + 1 })
        .where(and(eq(resolution.communityId, communityId), eq(resolution.id, own.id)));
    }
    return {
      ok: true,
      value: { proposal: input.proposal, resolution: own.no, hash: hex, complete, missing },
      leaf: signedLeaf(own.no, { proposal: input.proposal, version: posted.version, hash: hex, role, complete }),
      changed: [`proposal/${input.proposal}`, 'proposals', 'resolutions'],
    };
  },
});
