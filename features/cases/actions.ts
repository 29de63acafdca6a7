'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const recordCase = form(commands.recordCase, {
  messages,
  then: ({ locale, community, values }) => (at.isLocalAddress(values.back) ? values.back : at.cases(locale, community)),
});

export const linkCase = form(commands.linkCase, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case),
});
