import { and, eq, type SQL, sql } from 'drizzle-orm';
import { caseContent, caseLink, cases } from '@/db/schema/cases';
import { agency } from '@/db/schema/handling';
import { writeLetters } from '@/features/letters/moves';
import { type Actor, personOf, roleOf, type Who } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import type { LetterSort } from '@/lib/letters';
import { nextNumber } from '@/lib/numbers';
import { caseNamed, dispatchBy, hangsAtOnce, type Side } from './rules';

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

/** The number here of the one case somebody names by whichever number they have of it; null where there is none, or several. */
export async function numberOf(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  text: string,
): Promise<number | null> {
  const { no, outer, tail } = caseNamed(text);
  const bare = sql`lower(regexp_replace(normalize(k.external_no, NFKC), '[\\s‐‑–—−_./#:·()\\[\\]-]', '', 'g'))`;
  const which = tail === null ? sql`${bare} = ${outer}` : sql`(${bare} = ${outer} or ${bare} like ${`%${tail}`})`;
  const { rows } = await db.execute<{ no: number }>(sql`select k.no from cases k
    where k.community_id = ${communityId} and (k.no = ${no} or k.external_no is not null and ${which})
    order by k.no = ${no} desc, k.no limit 2`);
  const [first, other] = rows;
  return first && (!other || first.no === no) ? first.no : null;
}

/** Who wrote the case of a statement; whoever brought a sheet wrote nothing of what is in it. */
export const writtenBy = sql<number | null>`case when not exists (select from order_version v
    where v.community_id = cases.community_id and v.case_id = cases.id) then cases.recorded_by end`;

/** A case that is to hang, or to come down, locked. */
export async function hanging(scope: Scope, { case: no }: { case: number }) {
  const { db, communityId } = scope;
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.communityId, communityId), eq(cases.no, no), notAgainst(scope)))
    .for('update');
  if (!row) return undefined;
  const [wrote] = await db
    .select({ by: writtenBy })
    .from(cases)
    .where(and(eq(cases.communityId, communityId), eq(cases.id, row.id)));
  return { row, posted: row.postedAt !== null, recordedBy: wrote?.by ?? null };
}

/** A resident who reported it reads what becomes of it on the board. */
export async function tellReporter<D extends object>(
  scope: Pick<Scope, 'db' | 'communityId' | 'now'>,
  { no, source, recordedBy }: typeof cases.$inferSelect,
  { sort, detail }: { sort: LetterSort<D>; detail: D },
): Promise<void> {
  if (recordedBy !== null && source === 'web')
    await writeLetters(scope, sort, [{ to: { person: recordedBy }, no, detail }]);
}

type Row = typeof cases.$inferInsert;

/** A case with its number and its words; it hangs at once where whoever writes it down is one of those who look first. */
export async function keepCase(
  { db, communityId, now, actor }: Pick<Scope, 'db' | 'communityId' | 'now'> & { actor: Actor },
  row: Omit<Row, 'communityId' | 'no' | 'recordedBy' | 'receivedAt' | 'dueAt' | 'postedAt'>,
  content: { words: string; complainant?: string; phone?: string },
): Promise<{ id: number; no: number }> {
  const no = await nextNumber(db, communityId, 'cases');
  const [made] = await db
    .insert(cases)
    .values({
      ...row,
      ...(!hangsAtOnce(roleOf(actor)) && { postedAt: null }),
      communityId,
      no,
      recordedBy: personOf(actor),
      receivedAt: now,
      dueAt: dispatchBy(now),
    })
    .returning({ id: cases.id });
  if (!made) throw new Error('a case that was not kept');
  await db.insert(caseContent).values({ communityId, caseId: made.id, ...content });
  return { id: made.id, no };
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
