'use server';

import * as at from '@/lib/addresses';
import { dropDraft, keptDraft } from '@/lib/drafts';
import { form } from '@/lib/forms';
import type { Call } from '@/lib/gate';
import { refuse } from '@/lib/result';
import { importApart } from '@/lib/sheet/apart';
import * as commands from './commands';
import { messages } from './messages';
import { keptSheet } from './rules';

type Imported = Extract<Awaited<ReturnType<typeof commands.importRegister>>, { ok: true }>['value'];

/** The sheet that was tried lies with the person's kept texts; the form names it by its hash. */
async function importKept(call: Call, raw: unknown) {
  const hash = String((raw as { sheet?: unknown }).sheet ?? '');
  const personId = 'person' in call.by ? call.by.person : 0;
  const path = keptSheet(call.community, hash);
  const kept = await keptDraft(personId, path);
  if (!kept?.rows) return refuse('not_found');
  const done = await importApart<Imported>('register', call, { hash, rows: kept.rows });
  if (done.ok) await dropDraft(personId, { path });
  return done;
}

export const importRegister = form(importKept, {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'register'),
});

export const askToJoin = form(commands.askToJoin, { messages, then: ({ locale }) => at.me(locale, 'household') });

export const confirmJoin = form(commands.confirmJoin, {
  messages,
  then: ({ locale, community, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'joins'),
});

export const refuseJoin = form(commands.refuseJoin, {
  messages,
  then: ({ locale, community, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'joins'),
});

export const giveGrant = form(commands.giveGrant, {
  messages,
  again: (refusal) => (refusal.code === 'name_alike' ? { alike: 'seen' } : undefined),
  then: ({ locale, community }) => at.desk(locale, community, 'grants'),
});

export const revokeGrant = form(commands.revokeGrant, {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'grants'),
});

export const openTerm = form(commands.openTerm, {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'grants'),
});
