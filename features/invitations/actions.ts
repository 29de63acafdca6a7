'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const makeInvitation = form(commands.makeInvitation, {
  messages,
  then: ({ locale, community }) => `${to.act(locale, community, 'invitation')}?done=asked`,
});

export const takeBackInvitation = form(commands.takeBackInvitation, {
  messages,
  then: ({ locale, community }) => to.act(locale, community, 'invitation'),
});

export const keepInvitation = form(commands.keepInvitation, {
  messages,
  then: ({ locale, community, values }) =>
    to.isLocalAddress(values.back) ? values.back : to.door(locale, community, 'invitations'),
});
