'use server';

import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { form } from '@/lib/forms';
import * as accept from './commands/accept';
import * as appeals from './commands/appeal';
import * as comment from './commands/comment';
import * as draft from './commands/draft';
import * as look from './commands/look';
import * as reopen from './commands/reopen';
import * as shelve from './commands/shelve';
import * as support from './commands/support';
import * as withdraw from './commands/withdraw';
import { messages } from './messages';

interface Done {
  locale: Locale;
  community: string;
  value: { proposal: number };
}

/** To what this household has said and done about it: there it says what has just been done, and what comes next. */
const said =
  (done: keyof typeof messages.zh.said.done) =>
  ({ locale, community, value }: Done) =>
    `${to.act(locale, community, 'proposals', value.proposal, 'said')}?done=${done}`;

export const saveDraft = form(draft.saveDraft, {
  messages,
  again: ({ code, details }) => (code === 'stale_text' ? { rowVersion: String(details?.rowVersion ?? '') } : undefined),
  then: ({ locale, community, value }) => to.act(locale, community, 'drafts', value.draft, 'pictures'),
});
export const discardDraft = form(draft.discardDraft, {
  messages,
  then: ({ locale, community }) => to.act(locale, community, 'proposals', 'new'),
});
export const submitProposal = form(draft.submitProposal, {
  messages,
  then: ({ locale, community, value }) => `${to.act(locale, community, 'proposals', value.proposal)}?done=brought`,
});
export const lookAtProposal = form(look.lookAtProposal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const chooseLooking = form(look.chooseLooking, {
  messages,
  then: ({ locale, community }) => to.desk(locale, community, 'proposals'),
});

export const giveSupport = form(support.giveSupport, {
  messages,
  then: said('supported'),
});
export const takeBackSupport = form(support.takeBackSupport, {
  messages,
  then: said('taken_back'),
});
export const addComment = form(comment.addComment, {
  messages,
  then: said('commented'),
});
export const withdrawProposal = form(withdraw.withdrawProposal, {
  messages,
  then: said('withdrawn'),
});
export const appeal = form(appeals.appeal, {
  messages,
  then: said('appealed'),
});
export const reopenProposal = form(reopen.reopenProposal, {
  messages,
  picture: 'photo',
  then: said('reopened'),
});

export const acceptProposal = form(accept.acceptProposal, {
  messages,
  confirm: 'confirmed',
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const declineProposal = form(accept.declineProposal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const decideAppeal = form(appeals.decideAppeal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const proposeShelving = form(shelve.proposeShelving, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const confirmShelving = form(shelve.confirmShelving, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const refuseShelving = form(shelve.refuseShelving, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const reopenShelved = form(shelve.reopenShelved, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const resumeProposal = form(reopen.resumeProposal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const takeBackDecline = form(accept.takeBackDecline, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const hideComment = form(comment.hideComment, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'comments'),
});
export const showComment = form(comment.showComment, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'comments'),
});
