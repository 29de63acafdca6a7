import { eq } from 'drizzle-orm';
import { reportLayout } from '@/db/schema/reports';
import { mayReadFigures } from '@/features/figures/policy';
import { query } from '@/lib/query';
import { mayArrangeReport } from './policy';
import { columnsOf } from './rules';

/** Which columns the monthly report has, from the left, and whether whoever reads may say so. */
export const reportColumns = query({
  name: 'report.columns',
  allow: (who, _: Record<never, never>) => mayReadFigures(who),
  read: async ({ db, communityId, who, community }) => {
    const [kept] = await db
      .select({ columns: reportLayout.columns })
      .from(reportLayout)
      .where(eq(reportLayout.communityId, communityId));
    const { nameZh, nameEn } = community;
    return { nameZh, nameEn, columns: columnsOf(kept?.columns ?? null), mayArrange: mayArrangeReport(who) !== null };
  },
});
