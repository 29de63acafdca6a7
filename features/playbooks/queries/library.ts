import { sql } from 'drizzle-orm';
import { turnsAt } from '@/lib/board';
import { addDays, startOfDay } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import { openQuery } from '@/lib/query';
import { EVERYWHERE } from '../moves';
import { listed, oneOf } from './listed';

const LIST = 30;

/** All there are in this installation, for whoever comes from elsewhere; undefined for a place in the list that is none. */
export const library = openQuery({
  name: 'playbooks.library',
  shows: [EVERYWHERE],
  read: async ({ db }, { after }: { after: number | null }) => {
    const where = after === null ? sql`true` : sql`b.id <= ${after}::int`;
    const found = await listed({ db }, { where, limit: LIST + 2 });
    const page = pageAfter(found, after, { size: LIST, key: ({ id }) => id });
    return page && { playbooks: page.page, next: page.next };
  },
});

/** One of them, by its number in the library. */
export const libraryPlaybook = openQuery({
  name: 'playbooks.library_one',
  shows: [EVERYWHERE],
  read: async ({ db }, { id }: { id: number }) => {
    const found = await oneOf({ db }, sql`b.id = ${id}::int`);
    if (found) turnsAt(startOfDay(addDays(found.today, 1)));
    return found;
  },
});
