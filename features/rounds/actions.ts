'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as close from './commands/close';
import * as extend from './commands/extend';
import * as open from './commands/open';
import * as redesigning from './commands/redesign';
import * as summarise from './commands/summarise';
import * as unopen from './commands/unopen';
import { messages } from './messages';

export const openRound = form(open.openRound, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const extendRound = form(extend.extendRound, {
  messages,
  confirm: 'confirmed',
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const takeBackExtension = form(extend.takeBackExtension, {
  messages,
  confirm: 'confirmed',
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const takeBackOpening = form(unopen.takeBackOpening, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const closeRound = form(close.closeRound, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const summariseRound = form(summarise.summariseRound, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'rounds', value.round),
});

export const redesign = form(redesigning.redesign, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal),
});
