import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const own = {
  about: 'proposal',
  way: 'judge' as const,
  leads: ({ locale }: Place) => to.me(locale, 'objections'),
};

export const letters = lettersOf(messages, {
  objection_drawn: { ...own, way: 'wording' },
  objection_reworded: { ...own, way: 'wording' },
  objection_answered: own,
  verdict_recorded: own,
  verdict_taken_back: own,
  objection_lapsed: own,
});
