'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const arrangeReport = form(commands.arrangeReport, {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'figures', 'report'),
});
