import { and, eq, gt, sql } from 'drizzle-orm';
import { cache } from 'react';
import { z } from 'zod';
import { draft } from '@/db/schema/account';
import { accountCommand, atOnce } from './gate';
import { isOfRoom } from './kept-post';
import { openQuery } from './query';

/** Keeps what somebody typed on a page of a room, who is signed in; only they see it again. */
export const keepDraft = accountCommand({
  act: 'draft.keep',
  input: z.object({ path: z.string().refine(isOfRoom), values: z.record(z.string(), z.string()) }),
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId, input }) => {
    const row = { personId: personId ?? 0, path: input.path, values: input.values, at: now };
    await db
      .insert(draft)
      .values(row)
      .onConflictDoUpdate({ target: [draft.personId, draft.path], set: { values: row.values, at: now } });
    return { ok: true, value: null };
  },
});

const kept = openQuery({
  name: 'draft.kept',
  read: async ({ db }, { personId, path }: { personId: number; path: string }) => {
    const [row] = await db
      .select({ values: draft.values })
      .from(draft)
      .where(
        and(eq(draft.personId, personId), eq(draft.path, path), gt(draft.at, sql`moment() - interval '24 hours'`)),
      );
    return row?.values;
  },
});

/** What this person had typed on this page within the last 24 hours; asked once while a page is made. */
export const keptDraft = cache((personId: number, path: string) => kept({ personId, path }));

export const dropDraft = (personId: number, { path }: { path: string }) => forget({ personId, path });

const forget = atOnce((db, { personId, path }: { personId: number; path: string }) =>
  db.delete(draft).where(and(eq(draft.personId, personId), eq(draft.path, path))),
);
