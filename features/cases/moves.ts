import { type SQL, sql } from 'drizzle-orm';
import { caseLink, cases } from '@/db/schema/cases';
import { agency } from '@/db/schema/handling';
import { type Actor, personOf, type Who } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import type { Side } from './rules';

/** Whoever it is brought against, as a person or by their office, does not read it. */
export function notAgainst({ who }: { who: Who }): SQL {
  if (who.kind !== 'person') return sql`false`;
  const roles = who.grants.filter(({ entranceId }) => entranceId === null).map(({ role }) => role);
  const theirs =
    roles.length === 0
      ? sql`false`
      : sql`${agency.role} in (${sql.join(
          roles.map((role) => sql`${role}`),
          sql`, `,
        )})`;
  return sql`${cases.againstId} is distinct from ${who.personId} and not exists (select from ${agency}
    where ${agency.communityId} = ${cases.communityId} and ${agency.id} = ${cases.againstAgencyId} and ${theirs})`;
}

interface Put {
  proposalId: number;
  links: readonly { caseId: number; side: Side }[];
}

/** Puts cases with a proposal, each on its side; a case that is there already changes its side. */
export async function putWith(
  { db, communityId, now, actor }: Pick<Scope, 'db' | 'communityId' | 'now'> & { actor: Actor },
  { proposalId, links }: Put,
): Promise<void> {
  const linkedBy = personOf(actor);
  await db
    .insert(caseLink)
    .values(links.map((link) => ({ communityId, proposalId, linkedBy, at: now, ...link })))
    .onConflictDoUpdate({
      target: [caseLink.communityId, caseLink.caseId, caseLink.proposalId],
      set: { side: sql`excluded.side`, linkedBy, at: now },
    });
}
