import { sql } from 'drizzle-orm';
import { KINDS } from '@/db/words/proposals';
import { pageAfter } from '@/lib/cursor';
import { boardQuery } from '@/lib/query';
import { EVERYWHERE, inDistrictOf, onBoard } from '../moves';
import { listed, oneOf } from './listed';

const LIST = 30;
/** No district has as many of one kind. */
const OF_KIND = 100;

/** The library of the district: of every community in it, what has become of each. */
export const boardPlaybooks = boardQuery({
  name: 'playbooks.board',
  shows: () => [EVERYWHERE],
  read: async (scope, { after }: { after: number | null }) => {
    const found = await listed(scope, {
      where: sql`${inDistrictOf(scope, onBoard)} and ${after === null ? sql`true` : sql`b.id <= ${after}::int`}`,
      limit: LIST + 2,
    });
    const page = pageAfter(found, after, { size: LIST, key: ({ id }) => id });
    return page && { playbooks: page.page, next: page.next };
  },
});

/** Of one kind of matter, by its place in the list of them. */
export const boardPlaybooksOfKind = boardQuery({
  name: 'playbooks.kind',
  shows: () => [EVERYWHERE],
  read: async (scope, { kind: place }: { kind: number }) => {
    const kind = KINDS[place - 1];
    return (
      kind && {
        kind,
        playbooks: await listed(scope, {
          where: sql`${inDistrictOf(scope, onBoard)} and b.kind = ${kind}`,
          limit: OF_KIND,
        }),
      }
    );
  },
});

/** One that was drawn here, with where it was taken up. */
export const boardPlaybook = boardQuery({
  name: 'playbook.board',
  shows: () => [EVERYWHERE],
  read: (scope, { no }: { no: number }) =>
    oneOf(scope, sql`b.community_id = ${scope.communityId} and b.no = ${no}::int`),
});
