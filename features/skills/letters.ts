import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const mine = { about: 'skill', way: 'look', leads: ({ locale }: Place) => to.me(locale, 'skills') } as const;
const toIt = {
  about: 'help',
  way: 'look',
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'help', no),
} as const;

export const letters = lettersOf(messages, {
  skill_asked: mine,
  skill_taken_off: mine,
  help_asked: toIt,
  help_cancelled: toIt,
  help_thanked: toIt,
});
