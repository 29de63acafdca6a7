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
export const approveWording = form(commands.approveWording, { messages, then: back });
export const giveVerdict = form(commands.giveVerdict, { messages, then: back });
export const noteTry = form(commands.noteTry, { messages, then: back });
