import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const home = {
  about: 'join',
  way: 'household' as const,
  leads: ({ locale }: Place) => to.me(locale, 'household'),
};
const duty = { about: 'grant', way: 'look' as const };
const given = ({ locale, community, detail }: Place & { detail: { role: string } }) =>
  (detail.role === 'captain' ? to.door : to.desk)(locale, community);

export const letters = lettersOf(messages, {
  join_confirmed: home,
  household_joined: home,
  join_refused: home,
  join_taken_back: home,
  residency_ended: home,
  household_left: home,
  grant_given: { ...duty, leads: given },
  grant_revoked: { ...duty, leads: ({ locale }: Place) => to.me(locale) },
});
