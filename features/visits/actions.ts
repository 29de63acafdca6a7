'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as care from './commands/care';
import * as needs from './commands/need';
import { turnNeed as turn } from './commands/turn';
import * as visits from './commands/visit';
import { messages } from './messages';

const back = (values: Record<string, string>, otherwise: string) =>
  to.isLocalAddress(values.back) ? values.back : otherwise;

export const planVisit = form(visits.planVisit, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'visits', 'homes', value.household),
});

export const dropVisit = form(visits.dropVisit, {
  messages,
  then: ({ locale, community, value, values }) =>
    back(values, to.door(locale, community, 'visits', 'homes', value.household)),
});

export const recordVisit = form(visits.recordVisit, {
  messages,
  then: ({ locale, community, value, values }) =>
    back(values, to.door(locale, community, 'visits', 'homes', value.household)),
});

export const writeCare = form(care.writeCare, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'visits', 'homes', value.household),
});

export const endCare = form(care.endCare, {
  messages,
  then: ({ locale, values }) => back(values, to.me(locale, 'visits')),
});

export const noteNeed = form(needs.noteNeed, {
  messages,
  then: ({ locale, values }) => back(values, to.me(locale, 'visits')),
});

export const giveNeed = form(needs.giveNeed, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'needs', value.need),
});

export const answerNeed = form(needs.answerNeed, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'needs', value.need),
});

export const judgeNeed = form(needs.judgeNeed, {
  messages,
  then: ({ locale, values }) => back(values, to.me(locale, 'visits')),
});

export const turnNeed = form(turn, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'needs', value.need),
});

export const askNoVisits = form(visits.askNoVisits, {
  messages,
  then: ({ locale, values }) => back(values, to.me(locale, 'visits')),
});

export const welcomeVisits = form(visits.welcomeVisits, {
  messages,
  then: ({ locale, values }) => back(values, to.me(locale, 'visits')),
});
