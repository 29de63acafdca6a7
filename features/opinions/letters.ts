import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

/** Where a household looks at what stands for it, and may say it itself. */
const own = {
  about: 'round',
  way: 'speak' as const,
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'rounds', no, 'opinion'),
};

export const letters = lettersOf(messages, { opinion_recorded: own, recheck_different: own });
