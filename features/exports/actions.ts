'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import * as blank from './commands/blank';
import { messages } from './messages';

const one = {
  messages,
  then: ({ locale, community, value }: { locale: 'zh' | 'en'; community: string; value: { export: number } }) =>
    at.desk(locale, community, 'exports', value.export),
};

export const askExport = form(commands.askExport, one);
export const approveExport = form(commands.approveExport, one);
export const refuseExport = form(commands.refuseExport, one);
export const fillBlank = form(blank.fillBlank, one);
