import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const leads = ({ locale, community, no }: Place) => to.act(locale, community, 'proposals', no, 'alternatives');
const toOwn = { about: 'proposal', way: 'speak' as const, leads };
const toBoard = {
  about: 'proposal',
  way: 'proposal' as const,
  leads: ({ locale, community, no }: Place) => to.alternatives(locale, community, no),
};

export const letters = lettersOf(messages, {
  comparison_opened: toOwn,
  alternatives_recorded: toOwn,
  comparison_closed: toBoard,
  alternative_chosen: toBoard,
  comparison_ended: toBoard,
});
