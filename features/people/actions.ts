'use server';

import * as at from '@/lib/addresses';
import { dropDraft, keptDraft } from '@/lib/drafts';
import { form } from '@/lib/forms';
import type { Call } from '@/lib/gate';
import { refuse } from '@/lib/result';
import { importApart } from '@/lib/sheet/apart';
import * as grant from './commands/grant';
import * as join from './commands/join';
import type * as register from './commands/register';
import * as term from './commands/term';
import { messages } from './messages';
import { keptSheet } from './rules';

type Imported = Extract<Awaited<ReturnType<typeof register.importRegister>>, { ok: true }>['value'];

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

export const askToJoin = form(join.askToJoin, { messages, then: ({ locale }) => at.me(locale, 'household') });

export const confirmJoin = form(join.confirmJoin, {
  messages,
  then: ({ locale, community, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'joins'),
});

export const refuseJoin = form(join.refuseJoin, {
  messages,
  then: ({ locale, community, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'joins'),
});

export const giveGrant = form(grant.giveGrant, {
  messages,
  again: (refusal) => (refusal.code === 'name_alike' ? { alike: 'seen' } : undefined),
  then: ({ locale, community }) => at.desk(locale, community, 'grants'),
});

export const revokeGrant = form(grant.revokeGrant, {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'grants'),
});

export const openTerm = form(term.openTerm, {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'grants'),
});
