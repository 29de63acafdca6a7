'use server';

import * as to from '@/lib/addresses';
import { accountForm, form } from '@/lib/forms';
import * as answers from './commands/answer';
import * as commands from './commands/promise';
import { messages } from './messages';

interface Then {
  locale: 'zh' | 'en';
  community: string;
}

const whole = { messages, then: ({ locale, community }: Then) => to.desk(locale, community, 'diagnosis') };
const one = {
  messages,
  then: ({ locale, community, value }: Then & { value: { crack: number } }) =>
    to.desk(locale, community, 'diagnosis', value.crack),
};

export const publishDiagnosis = form(commands.publishDiagnosis, whole);
export const notePresence = form(commands.notePresence, whole);
export const addCrack = form(commands.addCrack, one);
export const reportCrack = form(commands.reportCrack, one);
export const raiseCrack = form(commands.raiseCrack, one);

const above = {
  messages,
  then: ({ locale, values }: { locale: 'zh' | 'en'; values: Record<string, string> }) =>
    to.office(locale, values.district ?? '', 'raised'),
};
export const answerFromStreet = accountForm(answers.answerFromStreet, above);
export const answerFromDistrict = accountForm(answers.answerFromDistrict, above);
