'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const mergeProposal = form(commands.mergeProposal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const separateProposal = form(commands.separateProposal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
