'use server';

import type { SheetName } from '@/db/words/reports';
import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

const REPORT = ['figures', 'report'];
const LEDGERS: Partial<Record<SheetName, string[]>> = { visits: ['visits', 'ledger'], turns: ['stewards', 'ledger'] };

export const arrangeReport = form(commands.arrangeReport, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, ...(LEDGERS[value.sheet] ?? REPORT)),
});
