import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const toIt = {
  about: 'meeting',
  way: 'look',
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'meetings', no),
} as const;

export const letters = lettersOf(messages, {
  meeting_called: toIt,
  meeting_moved: toIt,
  meeting_cancelled: toIt,
  coming_recorded: toIt,
  coming_taken_back: toIt,
  meeting_soon: toIt,
  minutes_open: toIt,
  correction_answered: toIt,
});
