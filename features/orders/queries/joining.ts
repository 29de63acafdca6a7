import { sql } from 'drizzle-orm';
import { homesAt } from '@/features/cases/queries/choices';
import { query } from '@/lib/query';
import { mayJoin } from '../policy';

/** The home of an address that somebody may join a case for: their own, or one whose words they write down. */
export const homeToJoin = query({
  name: 'case.join_for',
  allow: (who, _: { household: string | undefined }) => who.kind === 'person',
  read: async (scope, { household = '' }) => {
    if (!/^[1-9]\d{0,8}$/.test(household)) return undefined;
    const [home] = await homesAt(scope, sql`h.id = ${Number(household)}`);
    return home && mayJoin(scope.who, { household: home }) !== null ? home : undefined;
  },
});
