'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const askOutside = form(commands.askOutside, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'outside'),
});
export const answerOutside = form(commands.answerOutside, {
  messages,
  then: ({ locale, community, value }) =>
    to.desk(locale, community, 'proposals', value.proposal, 'outside', value.consent),
});
export const dropOutside = form(commands.dropOutside, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'outside'),
});
