'use server';

import { z } from 'zod';
import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import type { Call } from '@/lib/gate';
import { text } from '@/lib/input';
import { ok, refuse } from '@/lib/result';
import { importApart } from '@/lib/sheet/apart';
import { beginSheet, dropSheet, keptSheet } from '@/lib/sheet/kept';
import type * as commands from './commands';
import { messages } from './messages';
import { orderImportOf, orderImports } from './queries';

type Imported = Awaited<ReturnType<typeof commands.importOrders>>;

/** A sheet of more rows is left to a job: nobody waits a minute for an answer. */
const AT_ONCE = 2_000;

/** The form names the sheet that was tried by its hash. */
async function importKept(call: Call, raw: unknown) {
  const hash = String((raw as { sheet?: unknown }).sheet ?? '');
  if (!('person' in call.by && /^[0-9a-f]{64}$/.test(hash))) return refuse('not_found');
  const kept = { personId: call.by.person, community: call.community, sheet: 'cases', hash };
  const sheet = await keptSheet(kept);
  // Brought in from another tab meanwhile.
  if (!sheet?.count) return refuse((await orderImportOf(call, { hash })) ? 'already_imported' : 'not_found');
  if (sheet.count > AT_ONCE) {
    if (!(await orderImports(call, undefined))) return refuse('not_allowed');
    await beginSheet({ ...kept, task: 'orders_import' });
    return ok<{ begun: string | null }>({ begun: hash });
  }
  const done = await importApart<Imported>(kept, call);
  if (!done.ok) return done;
  await dropSheet(kept);
  return ok<{ begun: string | null }>({ begun: null });
}

export const importOrders = form(Object.assign(importKept, { input: z.object({ sheet: text(64) }) }), {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'sheets', ...(value.begun === null ? [] : [value.begun])),
});
