'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as calling from './commands/call';
import * as coming from './commands/coming';
import * as correcting from './commands/correct';
import * as door from './commands/door';
import * as minuting from './commands/minutes';
import { messages } from './messages';

export const callMeeting = form(calling.callMeeting, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'meetings', value.meeting),
});

export const moveMeeting = form(calling.moveMeeting, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'meetings', value.meeting),
});

export const cancelMeeting = form(calling.cancelMeeting, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'meetings', value.meeting),
});

const backTo = (values: Readonly<Record<string, string>>, otherwise: string) =>
  to.isLocalAddress(values.back) ? values.back : otherwise;

export const tellComing = form(coming.tellComing, {
  messages,
  then: ({ locale, community, value, values }) => backTo(values, to.act(locale, community, 'meetings', value.meeting)),
});

export const recordComing = form(coming.recordComing, {
  messages,
  then: ({ locale, community, value }) =>
    to.door(locale, community, 'meetings', value.meeting, 'entrances', value.entrance),
});

export const takeBackComing = form(coming.takeBackComing, {
  messages,
  then: ({ locale, community, value, values }) => backTo(values, to.act(locale, community, 'meetings', value.meeting)),
});

export const tick = form(door.tick, {
  messages,
  then: ({ locale, community, value }) =>
    to.door(locale, community, 'meetings', value.meeting, 'entrances', value.entrance),
});

export const tellThere = form(door.tellThere, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'meetings', value.meeting),
});

export const strike = form(door.strike, {
  messages,
  then: ({ locale, community, value, values }) => backTo(values, to.act(locale, community, 'meetings', value.meeting)),
});

export const writeMinute = form(minuting.writeMinute, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'meetings', value.meeting, 'minutes'),
});

export const openMinutes = form(minuting.openMinutes, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'meetings', value.meeting),
});

export const keepPromise = form(minuting.keepPromise, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'meetings', value.meeting),
});

export const correctMinutes = form(correcting.correctMinutes, {
  messages,
  then: ({ locale, community, value }) => `${to.act(locale, community, 'meetings', value.meeting)}?done=said`,
});

export const answerCorrection = form(correcting.answerCorrection, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'meetings', value.meeting),
});
