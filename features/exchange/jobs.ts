import type { Handlers } from '@/lib/jobs';
import { dropSheet, type Kept, keptSheet, refuseSheet, sayRead, stagedRows } from '@/lib/sheet/kept';
import { importOrders } from './commands';

/**
 * Brings in a kept sheet of orders, all of it or nothing, and says how far it has come. A sheet that is gone has been brought
 * in; one that was, by a job that did not get to say so, is told by its file.
 */
export async function bringKept(kept: Kept): Promise<void> {
  if (!(await keptSheet(kept))?.begunAt) return;
  let said: Promise<unknown> = Promise.resolve();
  const heard = (readRows: number) => {
    said = said.then(() => sayRead({ ...kept, readRows }));
  };
  const call = { by: { person: kept.personId }, community: kept.community };
  const done = await importOrders(call, { hash: kept.hash, rows: await stagedRows({ ...kept, heard }) });
  await said;
  if (done.ok || done.refusal.code === 'already_imported') await dropSheet(kept);
  else await refuseSheet({ ...kept, refusal: done.refusal });
}

export const handlers: Handlers = {
  orders_import: async ({ personId, community, sheet, hash }) =>
    bringKept({
      personId: Number(personId),
      community: String(community),
      sheet: String(sheet),
      hash: String(hash),
    }),
};
