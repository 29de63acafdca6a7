import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

/** To the page on which whoever reported it sees how far it has come. */
const course = {
  about: 'cases',
  way: 'look' as const,
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'cases', no),
};

export const letters = lettersOf(messages, {
  case_dispatched: course,
  case_handed_on: course,
  case_extended: course,
  case_escalated: course,
  case_replied: course,
  case_reworked: course,
  case_merged: course,
});
