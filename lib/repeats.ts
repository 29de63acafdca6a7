import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { pathAsked } from './done';
import { query } from './query';

const name = 'sent';
/** So long the same words, sent from this browser once more, are the same act. */
const SECONDS = 3600;

type Values = Readonly<Record<string, string>>;

/** What a person wrote in a form of a page, in short; the submission id is no part of what was written. */
export function writtenIn(person: number, path: string, values: Values): string {
  const written = Object.entries(values)
    .filter(([field]) => field !== 'submission')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([person, path, written]))
    .digest('base64url')
    .slice(0, 22);
}

/**
 * The submission id these very words were taken under, if they are what this browser sent last: a submission id belongs to
 * what was written. Without scripts a page that one comes back to has a new one, beside the words the browser put back.
 */
export async function sameWords(person: number, values: Values): Promise<string | undefined> {
  const [written, submission] = (await cookies()).get(name)?.value.split('.') ?? [];
  return values.submission && written === writtenIn(person, pathAsked(), values) ? submission : undefined;
}

/** Whether anything was done since with what the act of this key was about. */
export const goneOn = query({
  name: 'sent.gone_on',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId }, { key }: { key: string }) => {
    const { rows } = await db.execute<{ on: boolean }>(sql`select exists (select from idempotency i
        join ledger_leaf l on l.community_id = i.community_id and l.seq = i.seq
        join ledger_leaf m on m.community_id = i.community_id and m.seq > l.seq and m.subject = l.subject
      where i.community_id = ${communityId} and i.key = ${key}) as on`);
    return rows[0]?.on === true;
  },
});

/** These words were taken under their submission id. */
export async function saySent(person: number, values: Values): Promise<void> {
  if (!values.submission) return;
  const value = `${writtenIn(person, pathAsked(), values)}.${values.submission}`;
  (await cookies()).set(name, value, { httpOnly: true, sameSite: 'lax', maxAge: SECONDS });
}

/** What was sent last is no longer what counts. */
export const forgetSent = async (): Promise<void> => {
  (await cookies()).delete(name);
};
