'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { clashInput, conditionInput, fieldOfList } from './input';
import { messages } from './messages';

export const markConditions = form(commands.markConditions, {
  messages,
  rows: { ...conditionInput.shape, ...clashInput.shape },
  fieldOf: fieldOfList,
  again: ({ code, details }) => (code === 'stale_text' ? { rowVersion: String(details?.rowVersion) } : undefined),
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'conditions'),
});
