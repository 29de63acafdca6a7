'use server';

import { fieldOfGroup, groupInput } from '@/features/scoping/input';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { form } from '@/lib/forms';
import * as choose from './commands/choose';
import * as close from './commands/close';
import * as draft from './commands/draft';
import * as end from './commands/end';
import * as open from './commands/open';
import * as say from './commands/say';
import { answerInput, fieldOfAnswer } from './input';
import { messages } from './messages';

interface Done {
  locale: Locale;
  community: string;
  value: { proposal: number };
}

const atDesk = ({ locale, community, value }: Done) =>
  to.desk(locale, community, 'proposals', value.proposal, 'alternatives');

export const draftAlternative = form(draft.draftAlternative, {
  messages,
  rows: groupInput.shape,
  fieldOf: fieldOfGroup,
  again: ({ code, details }) => (code === 'stale_text' ? { rowVersion: String(details?.rowVersion) } : undefined),
  then: atDesk,
});
export const openComparison = form(open.openComparison, { messages, then: atDesk });
export const extendComparison = form(end.extendComparison, { messages, then: atDesk });
export const closeComparison = form(close.closeComparison, { messages, then: atDesk });
export const chooseAlternative = form(choose.chooseAlternative, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const endComparison = form(end.endComparison, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});

const rows = answerInput.omit({ position: true }).shape;

export const sayWord = form(say.sayWord, {
  messages,
  rows,
  fieldOf: fieldOfAnswer,
  then: ({ locale, community, value }) =>
    `${to.act(locale, community, 'proposals', value.proposal, 'alternatives')}?done=said`,
});
export const recordWord = form(say.recordWord, {
  messages,
  picture: 'photo',
  rows,
  fieldOf: fieldOfAnswer,
  then: ({ locale, community, value, values }) =>
    to.isLocalAddress(values.next) ? values.next : to.door(locale, community, 'alternatives', value.proposal),
});
export const noteAtDoor = form(say.noteAtDoor, {
  messages,
  then: ({ locale, community, value, values }) =>
    to.isLocalAddress(values.next) ? values.next : to.door(locale, community, 'alternatives', value.proposal),
});
