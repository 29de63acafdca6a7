'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const startWorks = form(commands.startWorks, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works),
});

export const planMilestone = form(commands.planMilestone, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works, 'milestones'),
});

export const reportMilestone = form(commands.reportMilestone, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone),
});

export const checkMilestone = form(commands.checkMilestone, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone),
});

export const nameDelegate = form(commands.nameDelegate, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works, 'delegates'),
});

export const decideCommitment = form(commands.decideCommitment, {
  messages,
  then: ({ locale, community, value }) => at.act(locale, community, 'works', value.works, 'acceptance'),
});

export const giveAcceptance = form(commands.giveAcceptance, {
  messages,
  then: ({ locale, community, value }) => at.works(locale, community, value.works),
});

export const completeWorks = form(commands.completeWorks, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works),
});

export const breakWorks = form(commands.breakWorks, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal),
});
