'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const recordCase = form(commands.recordCase, {
  messages,
  then: ({ locale, community, value, values }) =>
    values.source === 'web'
      ? at.act(locale, community, 'cases', value.no)
      : at.isLocalAddress(values.back)
        ? values.back
        : at.cases(locale, community),
});

export const postCase = form(commands.postCase, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case),
});

const linking = {
  zh: { refusals: { ...messages.zh.refusals, not_allowed: messages.zh.link.notYours } },
  en: { refusals: { ...messages.en.refusals, not_allowed: messages.en.link.notYours } },
};

export const linkCase = form(commands.linkCase, {
  messages: linking,
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case),
});

export const unlinkCase = form(commands.unlinkCase, {
  messages: linking,
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case),
});
