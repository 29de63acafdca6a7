import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  duties: {
    about: 'duties',
    way: 'look',
    leads: ({ locale, community, detail }) =>
      detail.at === 'office' && detail.district
        ? to.office(locale, detail.district)
        : (detail.at === 'door' ? to.door : to.desk)(locale, community),
  },
});
