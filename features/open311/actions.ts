'use server';

import { randomUUID } from 'node:crypto';
import * as at from '@/lib/addresses';
import { env } from '@/lib/env';
import { form } from '@/lib/forms';
import type { Call } from '@/lib/gate';
import { digest } from '@/lib/ledger';
import { showOnce } from '@/lib/shown-once';
import * as commands from './commands';
import { giveKeyInput } from './input';
import { messages } from './messages';
import { keyOf } from './rules';

/** The key is made here and shown by the page it leads to; what is kept knows its hash alone. */
async function withKey(call: Call, raw: unknown) {
  const secret = keyOf(env.authSecret, call.key ?? randomUUID());
  const done = await commands.giveKey(call, { ...Object(raw), digest: digest(Buffer.from(secret)) });
  if (done.ok) await showOnce(`${call.community}/${done.value.key}`, secret);
  return done;
}

export const giveKey = form(Object.assign(withKey, { input: giveKeyInput }), {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'keys', value.key),
});

export const withdrawKey = form(commands.withdrawKey, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'keys', value.key),
});
