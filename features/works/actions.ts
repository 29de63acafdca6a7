'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as accept from './commands/accept';
import * as complete from './commands/complete';
import * as door from './commands/door';
import * as mend from './commands/mend';
import * as report from './commands/report';
import * as start from './commands/start';
import { fieldOfPromise, promiseInput } from './input';
import { messages } from './messages';

export const startWorks = form(start.startWorks, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works),
});

export const planMilestone = form(report.planMilestone, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works, 'milestones'),
});

export const reportMilestone = form(report.reportMilestone, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone),
});

export const checkMilestone = form(report.checkMilestone, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone),
});

export const returnMilestone = form(report.returnMilestone, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone),
});

export const mendCommitment = form(mend.mendCommitment, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works, 'mending'),
});

export const nameDelegate = form(accept.nameDelegate, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works, 'delegates'),
});

export const decideCommitment = form(accept.decideCommitment, {
  messages,
  then: ({ locale, community, value }) => at.act(locale, community, 'works', value.works, 'acceptance'),
});

export const giveAcceptance = form(accept.giveAcceptance, {
  messages,
  rows: promiseInput.shape,
  fieldOf: fieldOfPromise,
  then: ({ locale, community, value }) => at.act(locale, community, 'works', value.works, 'acceptance'),
});

export const recordAcceptance = form(door.recordAcceptance, {
  messages,
  then: ({ locale, community }) => at.door(locale, community, 'works'),
});

export const completeWorks = form(complete.completeWorks, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'works', value.works),
});

export const breakWorks = form(complete.breakWorks, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal),
});
