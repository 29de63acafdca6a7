import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

/** To the places beside one's own home. */
const toOwn = {
  about: 'works',
  way: 'result' as const,
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'works', no, 'places'),
};

export const letters = lettersOf(messages, {
  place_built: toOwn,
  place_recorded: toOwn,
  place_settled: { ...toOwn, way: 'judge' },
});
