import { reportLayout } from '@/db/schema/reports';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from './acts';
import { arrangeInput, inOrder } from './input';
import { checkColumns } from './rules';

/** 月报、台账用哪些栏、怎么排: for whoever makes it from now on. */
export const arrangeReport = command({
  act: acts.arrangeReport,
  input: arrangeInput,
  facts: async (_, { sheet }) => ({ sheet }),
  run: async ({ db, communityId, now, actor, input }) => {
    const columns = inOrder(input);
    const { sheet } = input;
    const may = checkColumns(sheet, columns);
    if (!may.ok) return may;
    const row = { columns, saidBy: personOf(actor), at: now };
    await db
      .insert(reportLayout)
      .values({ communityId, sheet, ...row })
      .onConflictDoUpdate({ target: [reportLayout.communityId, reportLayout.sheet], set: row });
    return { ok: true, value: { sheet }, leaf: { subject: 'report', content: { sheet, columns } }, changed: [] };
  },
});
