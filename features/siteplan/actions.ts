'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import * as commands from './commands';
import { MOST_FILE } from './input';
import { messages } from './messages';

/** Whoever was told that somebody changed the draft has seen it at the next try. */
const now = ({ details }: Refusal) => (details?.rowVersion ? { rowVersion: String(details.rowVersion) } : undefined);

export const drawSite = form(commands.drawSite, {
  messages,
  file: { name: 'file', most: MOST_FILE },
  again: now,
  then: ({ locale, community, value }) => to.desk(locale, community, 'site', value.compound),
});

export const publishSite = form(commands.publishSite, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'site', value.compound),
});
