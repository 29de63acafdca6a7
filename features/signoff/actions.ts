'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as agree from './commands/agree';
import * as oppose from './commands/oppose';
import * as back from './commands/return';
import * as sign from './commands/sign';
import { messages } from './messages';

interface Done {
  locale: 'zh' | 'en';
  community: string;
  value: { proposal: number };
}

const atDesk = ({ locale, community, value }: Done) => to.desk(locale, community, 'proposals', value.proposal);

export const declareAgreement = form(agree.declareAgreement, { messages, then: atDesk });
export const postNotice = form(agree.postNotice, { messages, then: atDesk });
export const opposeNotice = form(oppose.opposeNotice, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'notices', value.proposal, 'opposition'),
});
export const recordOpposition = form(oppose.recordOpposition, {
  messages,
  picture: 'photo',
  then: ({ locale, community, value }) =>
    to.door(locale, community, 'notices', value.proposal, 'entrances', value.entrance),
});
export const answerOpposition = form(back.answerOpposition, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'opposition'),
});
export const returnResolution = form(back.returnResolution, { messages, then: atDesk });
export const signResolution = form(sign.signResolution, {
  messages,
  again: ({ details }): Record<string, string> | undefined =>
    details?.hash === undefined ? undefined : { hash: String(details.hash) },
  then: ({ locale, community, value }) =>
    value.complete
      ? atDesk({ locale, community, value })
      : to.desk(locale, community, 'proposals', value.proposal, 'signature'),
});
