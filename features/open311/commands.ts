import { and, eq } from 'drizzle-orm';
import { apiKey } from '@/db/schema/keys';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import * as acts from './acts';
import { keepKeyInput, withdrawKeyInput } from './input';

/** 发钥匙: what opens with it is kept as a hash, in no answer and no leaf. */
export const giveKey = command({
  act: acts.giveKey,
  input: keepKeyInput,
  facts: async () => ({}),
  run: async ({ db, communityId, now, actor, input: { digest, name, purpose } }) => {
    const no = await nextNumber(db, communityId, 'api_key');
    const given = { hash: Buffer.from(digest, 'hex'), givenBy: personOf(actor), givenAt: now };
    await db.insert(apiKey).values({ communityId, no, name, purpose, ...given });
    return { ok: true, value: { key: no }, leaf: { subject: `keys/${no}`, content: { name, purpose } }, changed: [] };
  },
});

/** 收钥匙: whatever comes with it from now on is nobody's. What it has brought stays. */
export const withdrawKey = command({
  act: acts.withdrawKey,
  input: withdrawKeyInput,
  facts: async ({ db, communityId }, input) => {
    const [row] = await db
      .select({ id: apiKey.id, withdrawnAt: apiKey.withdrawnAt })
      .from(apiKey)
      .where(and(eq(apiKey.communityId, communityId), eq(apiKey.no, input.key)))
      .for('update');
    return row && { id: row.id, withdrawn: row.withdrawnAt !== null };
  },
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const { reason } = input;
    await db
      .update(apiKey)
      .set({ withdrawnBy: personOf(actor), withdrawnAt: now, withdrawnWhy: reason })
      .where(and(eq(apiKey.communityId, communityId), eq(apiKey.id, facts.id)));
    return {
      ok: true,
      value: { key: input.key },
      leaf: { subject: `keys/${input.key}`, content: { withdrawn: true, reason } },
      changed: [],
    };
  },
});
