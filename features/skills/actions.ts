'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as help from './commands/help';
import * as offers from './commands/offers';
import { messages } from './messages';

export const offerSkill = form(offers.offerSkill, { messages, then: ({ locale }) => to.me(locale, 'skills') });

export const takeBackSkill = form(offers.takeBackSkill, {
  messages,
  then: ({ locale, values }) => (to.isLocalAddress(values.back) ? values.back : to.me(locale, 'skills')),
});

export const askSkill = form(offers.askSkill, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'skills', value.skill),
});

export const callHelp = form(help.callHelp, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'skills', 'calls', value.call),
});

export const joinHelp = form(help.joinHelp, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'help', value.call),
});

export const leaveHelp = form(help.leaveHelp, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'help', value.call),
});

export const nameHelper = form(help.nameHelper, { messages, then: ({ locale }) => to.me(locale, 'skills') });

export const thankHelpers = form(help.thankHelpers, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'skills', 'calls', value.call),
});

export const cancelHelp = form(help.cancelHelp, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'skills', 'calls', value.call),
});
