import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { signInCode } from '@/db/schema/account';
import { person } from '@/db/schema/people';
import { env } from './env';
import { openQuery, personQuery } from './query';
import { codeOf } from './send-code';

/**
 * The code of this request in a demonstration, which sends no text messages, for the page of whoever is signed in: where it was
 * written for their own number, or for their identity that has none; null otherwise.
 */
export const codeShown = personQuery({
  name: 'account.code_shown',
  read: async ({ db, personId }, request: string) => {
    if (!env.demonstration || !z.uuid().safeParse(request).success) return null;
    const own = or(
      eq(signInCode.phone, person.phone),
      and(isNull(person.phone), eq(signInCode.phone, sql`'demonstration:' || ${person.demonstration}`)),
    );
    const [row] = await db
      .select({ id: signInCode.id })
      .from(signInCode)
      .innerJoin(person, own)
      .where(and(eq(signInCode.id, request), eq(person.id, personId)));
    return row ? codeOf(row.id) : null;
  },
});

/**
 * The same for whoever is not signed in yet: for a number nobody has, so that somebody new can be tried, and for one whose
 * person began here, by signing in with a code that was shown. Null for a number out of a register, and otherwise.
 */
export const codeOfNewcomer = openQuery({
  name: 'account.code_of_newcomer',
  read: async ({ db }, request: string) => {
    if (!env.demonstration || !z.uuid().safeParse(request).success) return null;
    const [row] = await db
      .select({ id: signInCode.id })
      .from(signInCode)
      .where(
        and(
          eq(signInCode.id, request),
          sql`${signInCode.phone} not like 'demonstration:%'`,
          sql`not exists (select from person p where p.phone = ${signInCode.phone} and (p.demonstration is not null
            or not exists (select from account_event e
              where e.person_id = p.id and e.kind = 'session.begin' and e.at = p.created_at)))`,
        ),
      );
    return row ? codeOf(row.id) : null;
  },
});
