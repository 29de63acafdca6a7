'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import { pick } from '@/lib/words';
import * as answer from './commands/answer';
import * as draw from './commands/draw';
import * as merge from './commands/merge';
import * as reopen from './commands/reopen';
import * as reword from './commands/reword';
import * as split from './commands/split';
import * as verdict from './commands/verdict';
import * as wording from './commands/wording';
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

/** After a merger: to the objection it goes on in, on the page one came from. */
const way = (
  { code, details }: Refusal,
  { locale, community, values }: Pick<Done, 'locale' | 'community' | 'values'>,
) => {
  if (code !== 'merged_meanwhile') return undefined;
  const [into, page] = [Number(details?.into), values.back ?? ''];
  const label = pick(messages, locale).merged.goOn(into);
  const list = to.desk(locale, community, 'proposals', Number(values.proposal), 'objections');
  if (page.startsWith(list)) return { href: `${list}#objection-${into}`, label };
  return to.isLocalAddress(page) ? { href: page, label } : undefined;
};

export const drawObjection = form(draw.drawObjection, { messages, way, then: atDesk });
export const mergeObjections = form(merge.mergeObjections, { messages, way, then: atDesk });
export const splitObjection = form(split.splitObjection, { messages, way, then: atDesk });
export const rewordObjection = form(reword.rewordObjection, { messages, way, then: atDesk });
export const acknowledgeObjection = form(answer.acknowledgeObjection, { messages, way, then: atDesk });
export const answerObjection = form(answer.answerObjection, { messages, way, then: atDesk });
export const reopenObjection = form(reopen.reopenObjection, { messages, way, then: atDesk });
export const escalateObjection = form(reopen.escalateObjection, { messages, way, then: atDesk });

/** Back to the page of one's own, which begins with what was kept and of which objection. */
const mine = (kept: string) => (done: Done & { value: { objection: number } }) => {
  const { back: given, household } = done.values;
  if (to.isLocalAddress(given) && given !== to.me(done.locale, 'objections')) return given;
  const at = `${done.community}-${done.value.proposal}-${done.value.objection}-${household ?? ''}`;
  return `${to.me(done.locale, 'objections')}?done=${kept}&at=${at}`;
};

export const approveWording = form(wording.approveWording, { messages, way, then: mine('wording') });
export const disputeWording = form(wording.disputeWording, { messages, way, then: mine('disputed') });
export const giveVerdict = form(verdict.giveVerdict, {
  messages,
  way,
  then: (done) => mine(done.values.verdict ?? 'settled')(done),
});
export const takeBackVerdict = form(verdict.takeBackVerdict, { messages, way, then: back });
export const noteTry = form(verdict.noteTry, { messages, way, then: back });
