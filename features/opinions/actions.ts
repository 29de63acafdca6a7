'use server';

import { messages as pictures } from '@/features/pictures/messages';
import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const giveOpinion = form(commands.giveOpinion, {
  messages,
  then: ({ locale, community, value }) => `${at.act(locale, community, 'rounds', value.round, 'opinion')}?done=said`,
});

export const correctOpinion = form(commands.correctOpinion, {
  messages,
  then: ({ locale, community, value }) => `${at.act(locale, community, 'rounds', value.round, 'opinion')}?done=said`,
});

const withPictures = {
  zh: { refusals: { ...pictures.zh.refusals, ...messages.zh.refusals } },
  en: { refusals: { ...pictures.en.refusals, ...messages.en.refusals } },
};

export const recordOpinion = form(commands.recordOpinion, {
  messages: withPictures,
  picture: 'photo',
  again: ({ code, details }) => (code === 'recorded_meanwhile' ? { seen: String(details?.opinion ?? 0) } : undefined),
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
