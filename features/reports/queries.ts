import { and, eq } from 'drizzle-orm';
import { reportLayout } from '@/db/schema/reports';
import { mayReadFigures } from '@/features/figures/policy';
import { maySeeTeam } from '@/features/stewards/policy';
import { mayReadVisits } from '@/features/visits/policy';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { mayArrangeReport } from './policy';
import { columnsOf, type SheetName } from './rules';

const read =
  <S extends SheetName>(sheet: S) =>
  async ({ db, communityId, who, community }: Scope) => {
    const [kept] = await db
      .select({ columns: reportLayout.columns })
      .from(reportLayout)
      .where(and(eq(reportLayout.communityId, communityId), eq(reportLayout.sheet, sheet)));
    const { nameZh, nameEn } = community;
    const mayArrange = mayArrangeReport(who, { sheet }) !== null;
    return { sheet, nameZh, nameEn, columns: columnsOf(sheet, kept?.columns ?? null), mayArrange };
  };

/** Which columns the monthly report has, from the left, and whether whoever reads may say so. */
export const reportColumns = query({
  name: 'report.columns',
  allow: (who, _: Record<never, never>) => mayReadFigures(who),
  read: read('report'),
});

/** The same of a month of visits. */
export const visitColumns = query({
  name: 'report.visit_columns',
  allow: (who, _: Record<never, never>) => mayReadVisits(who),
  read: read('visits'),
});

/** And of a month of the rota. */
export const turnColumns = query({
  name: 'report.turn_columns',
  allow: (who, _: Record<never, never>) => maySeeTeam(who),
  read: read('turns'),
});
