'use server';

import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { form } from '@/lib/forms';
import * as decide from './commands/decide';
import * as finish from './commands/finish';
import * as object from './commands/object';
import { messages } from './messages';

interface Done {
  locale: Locale;
  community: string;
  value: { proposal: number };
}

const atDesk = ({ locale, community, value }: Done) => to.desk(locale, community, 'proposals', value.proposal);

export const setLimit = form(decide.setLimit, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'proposals', 'short'),
});
export const proposeShort = form(decide.proposeShort, { messages, then: atDesk });
export const confirmShort = form(decide.confirmShort, { messages, then: atDesk });
export const refuseShort = form(decide.refuseShort, { messages, then: atDesk });
export const finishShort = form(finish.finishShort, { messages, picture: 'photo', then: atDesk });
export const answerShort = form(finish.answerShort, {
  messages,
  then: ({ locale, community, value, values }) =>
    to.isLocalAddress(values.back) ? values.back : to.act(locale, community, 'proposals', value.proposal, 'said'),
});
export const doAgain = form(finish.doAgain, { messages, then: atDesk });
export const objectShort = form(object.objectShort, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'proposals', value.proposal, 'short'),
});
export const recordShortObjection = form(object.recordShortObjection, {
  messages,
  then: ({ locale, community, value }) => to.door(locale, community, 'short', value.proposal),
});
