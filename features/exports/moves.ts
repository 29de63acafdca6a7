import { and, count, eq, gt, sql } from 'drizzle-orm';
import { dataExport } from '@/db/schema/exports';
import type { Actor } from '@/lib/actor';
import { personOf, roleOf } from '@/lib/actor';
import { daysAfter } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import { needsSecond } from './rules';

export type ExportRow = typeof dataExport.$inferSelect;

/** How many whoever asks has asked for since yesterday; nobody counts what is asked from the server. */
export async function askedLately({ db, communityId, now, who }: Scope): Promise<number> {
  if (who.kind !== 'person') return 0;
  const [found] = await db
    .select({ lately: count() })
    .from(dataExport)
    .where(
      and(
        ...[eq(dataExport.communityId, communityId), eq(dataExport.askedBy, who.personId)],
        gt(dataExport.askedAt, daysAfter(now, -1)),
      ),
    );
  return found?.lately ?? 0;
}

type Asked = Pick<ExportRow, 'what' | 'file' | 'purpose' | 'asked' | 'personal' | 'rows'> &
  Partial<Pick<ExportRow, 'blankId' | 'blankOf' | 'columns'>>;

/** One that was asked for: it waits where somebody else has to agree. */
export async function beginExport(
  { db, communityId, now, actor }: Scope & { actor: Actor },
  asked: Asked,
): Promise<ExportRow | undefined> {
  const no = await nextNumber(db, communityId, 'data_export');
  const releasedAt = needsSecond(asked) ? null : now;
  const by = { askedBy: personOf(actor), role: roleOf(actor), askedAt: now, releasedAt };
  const [row] = await db
    .insert(dataExport)
    .values({ communityId, no, ...asked, ...by })
    .returning();
  return row;
}

/** Whoever is in it finds in their own account who took their number along, and when. Homes are told by what is in it. */
export const tell = ({ db, communityId, now }: Scope, { id, askedBy, role }: ExportRow) =>
  db.execute(sql`insert into case_look (community_id, case_id, person_id, role, export_id, at)
    select x.community_id, x.case_id, ${askedBy}::int, ${role}, x.export_id, ${now.toISOString()}::timestamptz
      from data_export_case x where x.community_id = ${communityId} and x.export_id = ${id} order by x.case_id`);
