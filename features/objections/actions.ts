'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

interface Done {
  locale: 'zh' | 'en';
  community: string;
  value: { proposal: number };
  values: Record<string, string>;
}

const atDesk = ({ locale, community, value }: Done) =>
  to.desk(locale, community, 'proposals', value.proposal, 'objections');
const back = (done: Done) =>
  to.isLocalAddress(done.values.back) ? done.values.back : to.me(done.locale, 'objections');

export const drawObjection = form(commands.drawObjection, { messages, then: atDesk });
export const mergeObjections = form(commands.mergeObjections, { messages, then: atDesk });
export const splitObjection = form(commands.splitObjection, { messages, then: atDesk });
export const acknowledgeObjection = form(commands.acknowledgeObjection, { messages, then: atDesk });
export const answerObjection = form(commands.answerObjection, { messages, then: atDesk });
export const reopenObjection = form(commands.reopenObjection, { messages, then: atDesk });
export const escalateObjection = form(commands.escalateObjection, { messages, then: atDesk });

/** Back to the page of one's own, at the objection, which says that it was kept. */
const mine = (kept: string) => (done: Done & { value: { objection: number } }) => {
  const { back: given, household } = done.values;
  if (to.isLocalAddress(given) && given !== to.me(done.locale, 'objections')) return given;
  const at = `${done.community}-${done.value.proposal}-${done.value.objection}-${household ?? ''}`;
  return `${to.me(done.locale, 'objections')}?done=${kept}&at=${at}#o${at}`;
};

export const approveWording = form(commands.approveWording, { messages, then: mine('wording') });
export const disputeWording = form(commands.disputeWording, { messages, then: mine('disputed') });
export const giveVerdict = form(commands.giveVerdict, {
  messages,
  then: (done) => mine(done.values.verdict ?? 'settled')(done),
});
export const noteTry = form(commands.noteTry, { messages, then: back });
