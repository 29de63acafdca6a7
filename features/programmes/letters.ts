import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const toIt = {
  about: 'occasion',
  way: 'look',
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'occasions', no),
} as const;

export const letters = lettersOf(messages, {
  sign_up_recorded: toIt,
  sign_up_advanced: toIt,
  sign_up_taken_back: toIt,
  occasion_moved: toIt,
  occasion_cancelled: toIt,
  occasion_soon: toIt,
});
