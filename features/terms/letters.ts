import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

type Leads = (place: Place) => string;

/** What an open thing is about, and where it is dealt with. */
const open: Record<string, { about: string; leads: Leads }> = {
  promise: { about: 'works', leads: ({ locale, community, no }) => to.desk(locale, community, 'works', no) },
  answer: {
    about: 'proposal',
    leads: ({ locale, community, no }) => to.desk(locale, community, 'proposals', no, 'objections'),
  },
  plan: {
    about: 'proposal',
    leads: ({ locale, community, no }) => to.desk(locale, community, 'proposals', no, 'plans'),
  },
  summary: { about: 'round', leads: ({ locale, community, no }) => to.desk(locale, community, 'rounds', no) },
  opposition: {
    about: 'proposal',
    leads: ({ locale, community, no }) => to.desk(locale, community, 'proposals', no, 'opposition'),
  },
  doors: { about: 'round', leads: ({ locale, community, no }) => to.door(locale, community, 'rounds', no) },
  works: { about: 'works', leads: ({ locale, community, no }) => to.desk(locale, community, 'works', no) },
  repair: { about: 'proposal', leads: ({ locale, community, no }) => to.desk(locale, community, 'proposals', no) },
  thing: { about: 'thing', leads: ({ locale, community }) => to.desk(locale, community, 'things') },
  crack: { about: 'crack', leads: ({ locale, community, no }) => to.desk(locale, community, 'diagnosis', no) },
  join: { about: 'join', leads: ({ locale, community, no }) => to.door(locale, community, 'joins', no) },
  verdict: { about: 'proposal', leads: ({ locale, community }) => to.door(locale, community, 'objections') },
};

/** Where a thing of this kind is dealt with. */
export const goesOn = (kind: string, place: Place): string =>
  open[kind]?.leads(place) ?? to.desk(place.locale, place.community);

export const letters = lettersOf(messages, {
  handed_over: {
    about: (detail) => open[detail.open]?.about ?? 'grant',
    way: 'look',
    leads: ({ detail, ...place }) => open[detail.open]?.leads(place) ?? to.desk(place.locale, place.community),
  },
});
