'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as lists from './commands/lists';
import * as projects from './commands/projects';
import { messages } from './messages';

export const addMember = form(lists.addMember, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'members', value.member),
});

export const endMember = form(lists.endMember, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'council'),
});

export const offerResource = form(lists.offerResource, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'members', value.member),
});

export const withdrawResource = form(lists.withdrawResource, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'council'),
});

export const addDemand = form(lists.addDemand, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'demands', value.demand),
});

export const withdrawDemand = form(lists.withdrawDemand, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'demands', value.demand),
});

export const claimDemand = form(lists.claimDemand, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'demands', value.demand),
});

export const startProject = form(projects.startProject, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'projects', value.project),
});

export const reportStep = form(projects.reportStep, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'projects', value.project),
});

export const endProject = form(projects.endProject, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'projects', value.project),
});

export const reviewProject = form(projects.reviewProject, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'council', value.project),
});

export const explainReview = form(projects.explainReview, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'council', 'projects', value.project),
});
