'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as give from './commands/give';
import * as recheck from './commands/recheck';
import * as record from './commands/record';
import * as visit from './commands/visit';
import { messages } from './messages';

export const giveOpinion = form(give.giveOpinion, {
  messages,
  then: ({ locale, community, value }) => `${at.act(locale, community, 'rounds', value.round, 'opinion')}?done=said`,
});

export const correctOpinion = form(give.correctOpinion, {
  messages,
  then: ({ locale, community, value }) => `${at.act(locale, community, 'rounds', value.round, 'opinion')}?done=said`,
});

export const recordOpinion = form(record.recordOpinion, {
  messages,
  picture: 'photo',
  again: ({ code, details }) => (code === 'recorded_meanwhile' ? { seen: String(details?.opinion ?? 0) } : undefined),
  then: ({ locale, community, value, values }) =>
    at.isLocalAddress(values.next) ? values.next : at.door(locale, community, 'rounds', value.round),
});

export const noteVisit = form(visit.noteVisit, {
  messages,
  then: ({ locale, community, value, values }) =>
    at.isLocalAddress(values.next) ? values.next : at.door(locale, community, 'rounds', value.round),
});

export const noteRecheck = form(recheck.noteRecheck, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round, 'rechecks'),
});
