'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands/topics';
import { messages } from './messages';

export const proposeTopic = form(commands.proposeTopic, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});

export const decideOpposite = form(commands.decideOpposite, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'topics', 'opposites'),
});
