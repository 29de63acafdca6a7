'use server';

import { z } from 'zod';
import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { fieldOfReceiver } from './input';
import { messages } from './messages';

export const takeOver = form(commands.takeOver, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'grants', value.grant, 'takeover'),
});

export const handOver = form(commands.handOver, {
  messages,
  rows: { to: z.string() },
  fieldOf: fieldOfReceiver,
  then: ({ locale, community, value }) => at.desk(locale, community, 'grants', value.grant, 'handover'),
});

const kept = {
  messages,
  then: ({ locale, community }: { locale: 'zh' | 'en'; community: string }) => at.desk(locale, community, 'things'),
};
export const keepThing = form(commands.keepThing, kept);
export const endThing = form(commands.endThing, kept);
