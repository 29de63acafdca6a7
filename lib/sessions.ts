import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { session } from '@/db/schema/account';
import { accountCommand } from './gate';
import { openQuery } from './query';

/** Whose session this is, while it is neither revoked nor over. */
export const holderOf = openQuery({
  name: 'session.holder',
  read: async ({ db }, id: string) => {
    const [row] = await db
      .select({ personId: session.personId })
      .from(session)
      .where(and(eq(session.id, id), isNull(session.revokedAt), gt(session.expiresAt, sql`moment()`)));
    return row?.personId ?? null;
  },
});

/** Ends one session of this person. Ending it twice changes nothing. */
export const endSession = accountCommand({
  act: 'session.end',
  input: z.object({ session: z.uuid('invalid') }),
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId, input }) => {
    await db
      .update(session)
      .set({ revokedAt: now })
      .where(and(eq(session.id, input.session), eq(session.personId, personId ?? 0), isNull(session.revokedAt)));
    return { ok: true, value: null, event: { personId } };
  },
});
