import { sql } from 'drizzle-orm';
import type { Kind } from '@/db/words/proposals';
import { query } from '@/lib/query';
import { atDesk, inDistrictOf } from '../moves';
import { mayAdoptPlaybook, mayBeOffered } from '../policy';
import { offered } from '../rules/alike';
import { listed } from './listed';

/** So many are compared. */
const COMPARED = 500;

export interface Matter {
  text: string;
  kind: Kind | null;
}

/** For each of these matters the playbooks in use that look like it, with the reason why. */
export const playbooksLike = query({
  name: 'playbooks.like',
  allow: (who) => mayBeOffered(who),
  read: async (scope, { matters }: { matters: readonly Matter[] }) => {
    const library = await listed(scope, {
      where: sql`${inDistrictOf(scope, atDesk)} and b.retired_at is null`,
      limit: COMPARED,
    });
    const told = library.map(({ name, indications, kind }) => ({ text: `${name}。${indications}`, kind }));
    const { slug } = scope.community;
    const mayAdopt = mayAdoptPlaybook(scope.who) !== null;
    return matters.map((matter) =>
      offered(matter, told).flatMap(({ at, themes, sameKind }) => {
        const one = library[at];
        return one ? [{ one, themes, sameKind, mayAdopt: mayAdopt && one.slug !== slug }] : [];
      }),
    );
  },
});
export type Offers = NonNullable<Awaited<ReturnType<typeof playbooksLike>>>[number];
