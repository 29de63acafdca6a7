'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as consult from './commands/consult';
import * as gates from './commands/gates';
import * as groups from './commands/groups';
import { fieldOfGroup, groupInput } from './input';
import { messages } from './messages';

export const nameGroups = form(groups.nameGroups, {
  messages,
  rows: groupInput.shape,
  fieldOf: fieldOfGroup,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const confirmGroups = form(groups.confirmGroups, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const startConsultation = form(consult.startConsultation, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const decideGate = form(gates.decideGate, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'gates'),
});
