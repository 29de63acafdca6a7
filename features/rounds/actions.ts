'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const openRound = form(commands.openRound, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const extendRound = form(commands.extendRound, {
  messages,
  confirm: 'confirmed',
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const takeBackExtension = form(commands.takeBackExtension, {
  messages,
  confirm: 'confirmed',
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const closeRound = form(commands.closeRound, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const summariseRound = form(commands.summariseRound, {
  messages,
  then: ({ locale, community, value }) => at.round(locale, community, value.round),
});

export const redesign = form(commands.redesign, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal),
});
