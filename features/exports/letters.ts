import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

/** To the page where it is taken, or where the reason stands. */
const page = {
  about: 'exports',
  way: 'look' as const,
  leads: ({ locale, community, no }: Place) => to.desk(locale, community, 'exports', no),
};

export const letters = lettersOf(messages, { export_approved: page, export_refused: page });
