'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as build from './commands/build';
import * as judge from './commands/judge';
import { messages } from './messages';

export const namePlace = form(build.namePlace, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone, 'places'),
});
export const buildPlace = form(build.buildPlace, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone, 'places', value.place),
});
export const checkPlace = form(build.checkPlace, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone, 'places', value.place),
});
export const missPlace = form(build.missPlace, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone, 'places', value.place),
});
export const judgePlace = form(judge.judgePlace, {
  messages,
  then: ({ locale, community, value }) => at.act(locale, community, 'works', value.works, 'places'),
});
export const recordPlace = form(judge.recordPlace, {
  messages,
  then: ({ locale, community }) => at.door(locale, community, 'places'),
});
export const settlePlace = form(judge.settlePlace, {
  messages,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'works', value.works, 'milestones', value.milestone, 'places', value.place),
});
