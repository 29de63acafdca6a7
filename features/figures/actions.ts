'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const recordFigures = form(commands.recordFigures, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'figures'),
});
