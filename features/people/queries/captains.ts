import { sql } from 'drizzle-orm';
import { query } from '@/lib/query';
import { keptRows } from '@/lib/sheet/kept';
import { captainFacts } from '../moves/captains';
import { mayImportCaptains } from '../policy';
import { type CaptainRow, planCaptains } from '../rules/captains';

/** Whether this person may bring in a sheet of captains here. */
export const captainsAccess = query({
  name: 'captains.access',
  allow: (who) => mayImportCaptains(who) !== null,
  read: async ({ community: { slug } }) => slug,
});

/** What a sheet of captains would do, without doing it: one whoever asks has sent in. */
export const captainsPlan = query({
  name: 'captains.plan',
  allow: (who) => mayImportCaptains(who) !== null,
  read: async (scope, { hash }: { hash: string }) => {
    const { db, community, who } = scope;
    const personId = who.kind === 'person' ? who.personId : 0;
    const kept = keptRows({ personId, community: community.slug, sheet: 'captains', hash });
    const { rows: found } = await db.execute<{ rows: CaptainRow[] | null }>(sql`select ${kept} as rows`);
    const rows = found[0]?.rows;
    return rows ? planCaptains(rows, await captainFacts(scope, rows, personId)) : undefined;
  },
});

/** Everything that does not fit of a sheet that is not kept: for the command line. */
export const captainsFaults = query({
  name: 'captains.faults',
  allow: (who) => who.kind === 'import',
  read: async (scope, { rows }: { rows: readonly CaptainRow[] }) =>
    planCaptains(rows, await captainFacts(scope, rows, null)).faults,
});
