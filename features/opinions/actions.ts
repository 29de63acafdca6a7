'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const giveOpinion = form(commands.giveOpinion, {
  messages,
  then: ({ locale, community, value }) => at.act(locale, community, 'rounds', value.round, 'opinion'),
});

export const correctOpinion = form(commands.correctOpinion, {
  messages,
  then: ({ locale, community, value }) => at.act(locale, community, 'rounds', value.round, 'opinion'),
});

export const recordOpinion = form(commands.recordOpinion, {
  messages,
  then: ({ locale, community, value, values }) =>
    at.isLocalAddress(values.next) ? values.next : at.door(locale, community, 'rounds', value.round),
});

export const noteVisit = form(commands.noteVisit, {
  messages,
  then: ({ locale, community, value, values }) =>
    at.isLocalAddress(values.next) ? values.next : at.door(locale, community, 'rounds', value.round),
});

export const noteRecheck = form(commands.noteRecheck, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round, 'rechecks'),
});
