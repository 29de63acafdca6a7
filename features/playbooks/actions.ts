'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as adopt from './commands/adopt';
import * as keep from './commands/keep';
import { messages } from './messages';

interface Then {
  locale: 'zh' | 'en';
  community: string;
  value: { playbook: number };
}

const one = {
  messages,
  then: ({ locale, community, value }: Then) => to.desk(locale, community, 'playbooks', value.playbook),
};

export const drawPlaybook = form(keep.drawPlaybook, one);
export const revisePlaybook = form(keep.revisePlaybook, one);
export const reviewPlaybook = form(keep.reviewPlaybook, one);
export const retirePlaybook = form(keep.retirePlaybook, one);

export const adoptPlaybook = form(adopt.adoptPlaybook, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'playbooks', 'adoptions', value.adoption),
});

export const tellOutcome = form(adopt.tellOutcome, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'playbooks', 'adoptions', value.adoption),
});
