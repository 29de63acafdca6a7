import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const mine = ({ locale }: Place) => to.me(locale, 'visits');
const atHome = { about: 'home_visit', way: 'look', leads: mine } as const;
const ofNeed = { about: 'need', way: 'look', leads: mine } as const;
const task = {
  ...ofNeed,
  leads: ({ locale, community, no }: Place) => to.door(locale, community, 'needs', no),
} as const;

const there = {
  ...atHome,
  leads: ({ locale, community, no }: Place) => to.door(locale, community, 'visits', 'homes', no),
} as const;

export const letters = lettersOf(messages, {
  visit_given: there,
  visit_asked: { ...atHome, leads: ({ locale, community, no }: Place) => to.act(locale, community, 'visits', no) },
  visit_not_made: there,
  visit_recorded: atHome,
  no_visits_recorded: atHome,
  visits_welcome_recorded: atHome,
  care_written: atHome,
  need_noted: ofNeed,
  need_answered: { ...ofNeed, way: 'result' },
  need_judged: ofNeed,
  need_turned: ofNeed,
  need_given: task,
  need_not_yet: task,
  need_closed: task,
});
