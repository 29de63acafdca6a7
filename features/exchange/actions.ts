'use server';

import { z } from 'zod';
import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import type { Call } from '@/lib/gate';
import { text } from '@/lib/input';
import { refuse } from '@/lib/result';
import { importApart } from '@/lib/sheet/apart';
import { dropSheet, keptSheet } from '@/lib/sheet/kept';
import type * as commands from './commands';
import { messages } from './messages';

type Imported = Awaited<ReturnType<typeof commands.importOrders>>;

/** The form names the sheet that was tried by its hash. */
async function importKept(call: Call, raw: unknown) {
  const hash = String((raw as { sheet?: unknown }).sheet ?? '');
  if (!('person' in call.by && /^[0-9a-f]{64}$/.test(hash))) return refuse('not_found');
  const kept = { personId: call.by.person, community: call.community, sheet: 'cases', hash };
  if (!(await keptSheet(kept))?.count) return refuse('not_found');
  const done = await importApart<Imported>(kept, call);
  if (done.ok) await dropSheet(kept);
  return done;
}

export const importOrders = form(Object.assign(importKept, { input: z.object({ sheet: text(64) }) }), {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'sheets'),
});
