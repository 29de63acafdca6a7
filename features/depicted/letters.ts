import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const mine = { about: 'depicted', way: 'look', leads: ({ locale }: Place) => to.me(locale, 'pictures') } as const;

export const letters = lettersOf(messages, { depicted_asked: mine, depicted_recorded: mine });
