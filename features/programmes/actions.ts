'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as planning from './commands/plan';
import * as signing from './commands/sign-up';
import { messages } from './messages';

export const planProgramme = form(planning.planProgramme, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'programmes', value.programme),
});

export const addDates = form(planning.addDates, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'programmes', value.programme),
});

export const moveOccasion = form(planning.moveOccasion, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'occasions', value.occasion),
});

export const cancelOccasion = form(planning.cancelOccasion, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'occasions', value.occasion),
});

export const setPlaces = form(planning.setPlaces, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'occasions', value.occasion),
});

export const makeSignUp = form(signing.makeSignUp, {
  messages,
  then: ({ locale, community, value }) => `${to.act(locale, community, 'occasions', value.occasion)}?done=signed`,
});

export const recordSignUp = form(signing.recordSignUp, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'slips', value.signUp),
});

export const walkIn = form(signing.walkIn, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'slips', value.signUp),
});

export const takeBackPlace = form(signing.takeBackPlace, {
  messages,
  then: ({ locale, community, value, values }) =>
    to.isLocalAddress(values.back) ? values.back : to.act(locale, community, 'occasions', value.occasion),
  way: ({ code }, { locale, values: { back } }) =>
    code === 'taken_back_already' && to.isLocalAddress(back)
      ? { href: back, label: messages[locale].act.asItIs }
      : undefined,
});

export const attend = form(signing.attend, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'occasions', value.occasion),
});

export const tellHow = form(signing.tellHow, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'occasions', value.occasion),
});

export const bookForNeed = form(signing.bookForNeed, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'needs', value.need),
});
