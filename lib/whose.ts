import { sql } from 'drizzle-orm';
import { cache } from 'react';
import { currentPerson } from './auth';
import { type Called, calledIn, type Known } from './called';
import { pathAsked } from './done';
import { markOf } from './mark';
import { maskedPhone } from './phone';
import { openQuery } from './query';

const known = openQuery({
  name: 'person.called',
  read: async ({ db }, asked: { personId: number; community: string }) => {
    const { rows } = await db.execute<{ who: Known & { phone: string | null } }>(
      sql`select called(${asked.community}, ${asked.personId}, moment()) as who`,
    );
    return rows[0]?.who;
  },
});

export interface Sender {
  mark: string;
  called: Called;
}

/**
 * Who sends the forms of the page being made: their mark, and what they are called in this room of this community.
 * Asked once a page; null where nobody is signed in.
 */
export const whoSends = cache(async (community = ''): Promise<Sender | null> => {
  const room =
    pathAsked()
      .replace(/^\/en(?=\/)/, '')
      .split('/')[1] ?? '';
  // Signing in is done in nobody's name yet, also where somebody else is signed in.
  const personId = room === 'sign-in' ? null : await currentPerson();
  if (personId === null) return null;
  const who = await known({ personId, community });
  const name = who?.name ?? (who?.phone ? maskedPhone(who.phone) : null);
  return { mark: markOf(personId), called: calledIn(room, { offices: [], captainOf: [], livesIn: [], ...who, name }) };
});
