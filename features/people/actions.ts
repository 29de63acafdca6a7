'use server';

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import { type Call, fieldErrors } from '@/lib/gate';
import { text } from '@/lib/input';
import { sha256 } from '@/lib/ledger';
import { ok, type Result, refuse } from '@/lib/result';
import { importApart } from '@/lib/sheet/apart';
import { dropSheet, keptSheet } from '@/lib/sheet/kept';
import type * as captains from './commands/captains';
import * as grant from './commands/grant';
import * as join from './commands/join';
import type * as register from './commands/register';
import * as residents from './commands/residents';
import * as term from './commands/term';
import { confirmJoinsInput } from './input';
import { messages } from './messages';

const ticked = z.literal('on').optional();

/** The form names the sheet that was tried by its hash; `tick` is what whoever brings it in may tick. */
const kept = <Done extends Result<unknown>, Tick extends string>(sheet: string, tick: Tick) =>
  Object.assign(
    async (call: Call, raw: unknown) => {
      const said = raw as { sheet?: unknown } & { [T in Tick]?: unknown };
      const hash = String(said.sheet ?? '');
      if (!('person' in call.by && /^[0-9a-f]{64}$/.test(hash))) return refuse('not_found');
      const one = { personId: call.by.person, community: call.community, sheet, hash };
      if (!(await keptSheet(one))?.count) return refuse('not_found');
      const done = await importApart<Done>(one, call, said[tick] === 'on' ? { [tick]: 'on' } : {});
      if (done.ok) await dropSheet(one);
      return done;
    },
    { input: z.object({ sheet: text(64), ...({ [tick]: ticked } as { [T in Tick]: typeof ticked }) }) },
  );

export const importRegister = form(
  kept<Awaited<ReturnType<typeof register.importRegister>>, 'apart'>('register', 'apart'),
  { messages, then: ({ locale, community }) => at.desk(locale, community, 'register') },
);

export const importCaptains = form(
  kept<Awaited<ReturnType<typeof captains.importCaptains>>, 'alike'>('captains', 'alike'),
  { messages, then: ({ locale, community }) => at.desk(locale, community, 'grants') },
);

export const askToJoin = form(join.askToJoin, { messages, then: ({ locale }) => at.me(locale, 'household') });

export const confirmJoin = form(join.confirmJoin, {
  messages,
  then: ({ locale, community, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'joins'),
});

/** 一次确认几位: each is an act of its own, with its leaf. Those that could not be confirmed any more stay on the list. */
async function confirmEach(call: Call, raw: unknown) {
  const asked = confirmJoinsInput.safeParse(raw);
  if (!asked.success) return refuse('invalid', undefined, fieldErrors(asked.error));
  const { requests, seen } = asked.data;
  const each = [];
  for (const request of new Set(requests)) {
    const shown = seen[request] ?? '';
    const key = `${call.key ?? randomUUID()}-${request}-${sha256(shown).toString('hex').slice(0, 16)}`;
    each.push(await join.confirmJoin({ ...call, key }, { request, shown }));
  }
  const confirmed = each.filter((one) => one.ok).length;
  const [left, ...more] = each.flatMap((one) => (one.ok ? [] : [one]));
  if (!left) return ok({ confirmed });
  return confirmed === 0 ? left : refuse('some_left', { confirmed, left: more.length + 1 });
}

export const confirmJoins = form(Object.assign(confirmEach, { input: confirmJoinsInput }), {
  messages,
  then: ({ locale, community, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'joins'),
});

export const refuseJoin = form(join.refuseJoin, {
  messages,
  then: ({ locale, community, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'joins'),
});

export const takeBackJoin = form(residents.takeBackJoin, {
  messages,
  then: ({ locale, community, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'residents'),
});

export const endResidency = form(residents.endResidency, {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'residents'),
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
