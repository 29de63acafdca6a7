'use server';

import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { form } from '@/lib/forms';
import * as hours from './commands/hours';
import * as team from './commands/team';
import * as turns from './commands/turns';
import { messages } from './messages';

export const nameSteward = form(team.nameSteward, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'stewards', value.steward),
});

export const assignAreas = form(team.assignAreas, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'stewards', value.steward),
});

export const endSteward = form(team.endSteward, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'stewards'),
});

export const planShifts = form(turns.planShifts, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'stewards'),
  way: ({ code }, { locale, community }) =>
    code === 'vacant_then'
      ? { href: to.desk(locale, community, 'stewards'), label: messages[locale].desk.rota }
      : undefined,
  again: ({ code }) => (code === 'vacant_then' ? { vacant: 'seen' } : undefined),
});

export const removeShift = form(turns.removeShift, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'stewards'),
});

export const confirmShift = form(hours.confirmShift, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'stewards'),
});

export const correctHours = form(hours.correctHours, {
  messages,
  then: ({ locale, community }) => `${to.desk(locale, community, 'stewards')}?over=yes`,
});

export const showName = form(team.showName, { messages, then: ({ locale }) => to.me(locale, 'service') });

const wherever = ({ locale, values }: { locale: Locale; values: Record<string, string> }) =>
  to.isLocalAddress(values.back) ? values.back : to.me(locale, 'service');

export const offerShift = form(turns.offerShift, { messages, then: wherever });

export const keepShift = form(turns.keepShift, { messages, then: wherever });

export const returnShift = form(turns.returnShift, { messages, then: wherever });

export const giveShift = form(turns.giveShift, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'stewards'),
});

export const takeShift = form(turns.takeShift, { messages, then: ({ locale }) => to.me(locale, 'service') });
