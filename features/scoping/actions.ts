'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { fieldOfGroup } from './input';
import { messages } from './messages';

export const nameGroups = form(commands.nameGroups, {
  messages,
  fieldOf: fieldOfGroup,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const confirmGroups = form(commands.confirmGroups, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const startConsultation = form(commands.startConsultation, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const decideGate = form(commands.decideGate, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'gates'),
});
