'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const callCase = form(commands.callCase, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case, 'callback'),
});

const scope = {
  messages,
  then: ({ locale, community, value }: { locale: 'zh' | 'en'; community: string; value: { case: number } }) =>
    at.desk(locale, community, 'cases', value.case, 'scope'),
};
export const askScope = form(commands.askScope, scope);
export const decideScope = form(commands.decideScope, scope);
