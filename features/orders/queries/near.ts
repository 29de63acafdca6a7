import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { caseContent, cases } from '@/db/schema/cases';
import { alikeAmong } from '@/features/likeness/rules/alike';
import { homeName } from '@/features/likeness/rules/places';
import type { Scope } from '@/lib/gate';
import { cut, inOneLine } from '@/lib/text';
import type { OneCase } from '../moves';
import { isIn, theirs } from '../moves/asked';
import { OPEN } from '../rules';

/** So many open ones are compared, the newest; so many are offered, each with so much of its words. */
const COMPARED = 500;
const OFFERED = 8;
const LONGEST = 120;

/** Open cases that look like this one, the likest first, as whoever handles cases reads them. */
export async function nearOpen(scope: Scope, { row }: OneCase) {
  const { db, communityId, community } = scope;
  const open = await db
    .select({
      no: cases.no,
      title: cases.title,
      place: cases.place,
      state: cases.state,
      words: sql<string>`coalesce(left(${caseContent.words}, 1000), '')`,
    })
    .from(cases)
    .leftJoin(caseContent, and(eq(caseContent.communityId, cases.communityId), eq(caseContent.caseId, cases.id)))
    .where(
      and(
        ...[eq(cases.communityId, communityId), ne(cases.id, row.id)],
        sql`exists (select from cases k where k.id = ${cases.id} and ${theirs(scope)} and ${isIn(OPEN)})`,
      ),
    )
    .orderBy(desc(cases.id))
    .limit(COMPARED);
  return alikeAmong({ title: row.title, place: row.place }, open.toReversed(), homeName(community))
    .slice(0, OFFERED)
    .flatMap((near) => open.at(-1 - near) ?? [])
    .map(({ words, ...one }) => ({ ...one, words: inOneLine(cut(words, LONGEST)) }));
}
