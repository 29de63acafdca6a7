'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as end from './commands/end';
import * as feed from './commands/feed';
import * as give from './commands/give';
import * as household from './commands/household';
import * as lists from './commands/lists';
import * as together from './commands/together';
import * as work from './commands/work';
import { messages } from './messages';

const order = {
  messages,
  then: ({ locale, community, value }: { locale: 'zh' | 'en'; community: string; value: { case: number } }) =>
    at.desk(locale, community, 'cases', value.case),
};
const own = {
  messages,
  then: ({ locale, community, value }: { locale: 'zh' | 'en'; community: string; value: { case: number } }) =>
    at.act(locale, community, 'cases', value.case),
};
const listed = {
  messages,
  then: ({ locale, community, value }: { locale: 'zh' | 'en'; community: string; value: { list: string } }) =>
    at.desk(locale, community, 'cases', 'lists', value.list),
};

export const dispatchCase = form(give.dispatchCase, order);
const backToList = {
  messages,
  then: ({
    locale,
    community,
    value,
    values,
  }: {
    locale: 'zh' | 'en';
    community: string;
    value: { cases: number[] };
    values: Record<string, string>;
  }) => {
    const back = at.isLocalAddress(values.back)
      ? values.back
      : at.desk(locale, community, 'cases', value.cases[0] ?? '');
    // The list they go back to says how many it was.
    return /[?&]done=/.test(back) ? `${back}&count=${value.cases.length}` : back;
  },
};

export const dispatchCases = form(give.dispatchCases, backToList);
export const signCases = form(together.signCases, backToList);
export const replyCases = form(together.replyCases, backToList);
export const closeCases = form(together.closeCases, backToList);
export const archiveCases = form(together.archiveCases, backToList);
export const handOnCase = form(give.handOnCase, order);
export const assistCase = form(give.assistCase, order);
export const dismissObjection = form(give.dismissObjection, order);

export const assignCase = form(give.assignCase, backToList);

export const signCase = form(work.signCase, order);
export const objectCase = form(work.objectCase, order);
export const contactCase = form(work.contactCase, order);
export const handleCase = form(work.handleCase, order);
export const extendCase = form(work.extendCase, order);
export const whistleCase = form(work.whistleCase, order);
export const arriveCase = form(work.arriveCase, order);
export const escalateCase = form(work.escalateCase, order);
export const settleCase = form(work.settleCase, order);
export const superviseCase = form(work.superviseCase, order);
export const replyCase = form(work.replyCase, order);

export const closeCase = form(end.closeCase, order);
export const archiveCase = form(end.archiveCase, order);
export const mergeCase = form(end.mergeCase, order);
export const splitCase = form(end.splitCase, order);
/** Staff go back to the desk, whoever reported it to their own page. */
export const reworkCase = form(end.reworkCase, {
  messages,
  then: ({ locale, community, value, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.act(locale, community, 'cases', value.case),
});

export const nudgeCase = form(household.nudgeCase, own);
/** Whoever joins for a home they went to goes back to where they were. */
export const joinCase = form(household.joinCase, {
  messages,
  settles: ({ locale, community }) => [at.act, at.desk, at.door].map((room) => room(locale, community, 'cases', 'new')),
  then: ({ locale, community, value, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.act(locale, community, 'cases', value.case),
});
export const lookCase = form(household.lookCase, {
  messages,
  // The number itself says that it was looked up.
  quiet: true,
  then: ({ locale, community, value, values }) =>
    at.isLocalAddress(values.back) ? values.back : at.desk(locale, community, 'cases', value.case, 'contact'),
});

export const renewFeed = form(feed.renewFeed, {
  messages,
  then: ({ locale, community }) => at.desk(locale, community, 'cases', 'calendar'),
});

export const addEntry = form(lists.addEntry, listed);
export const renameEntry = form(lists.renameEntry, listed);
export const retireEntry = form(lists.retireEntry, listed);
