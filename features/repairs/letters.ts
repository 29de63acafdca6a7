import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

/** To how far it is at one's own home. */
const toOwn = {
  about: 'proposal',
  way: 'look' as const,
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'proposals', no, 'repair'),
};

export const letters = lettersOf(messages, {
  repair_listed: toOwn,
  repair_done: { ...toOwn, way: 'result' },
  repair_recorded: { ...toOwn, way: 'result' },
  repair_dropped: toOwn,
});
