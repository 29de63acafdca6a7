'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as accept from './commands/accept';
import * as appeals from './commands/appeal';
import * as comment from './commands/comment';
import * as draft from './commands/draft';
import * as reopen from './commands/reopen';
import * as shelve from './commands/shelve';
import * as support from './commands/support';
import * as withdraw from './commands/withdraw';
import { messages } from './messages';

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
  then: ({ locale, community, value }) => to.proposal(locale, community, value.proposal),
});

export const giveSupport = form(support.giveSupport, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'proposals', value.proposal, 'support'),
});
export const takeBackSupport = form(support.takeBackSupport, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'proposals', value.proposal, 'support'),
});
export const addComment = form(comment.addComment, {
  messages,
  then: ({ locale, community, value }) => `${to.proposal(locale, community, value.proposal)}#comments`,
});
export const withdrawProposal = form(withdraw.withdrawProposal, {
  messages,
  then: ({ locale, community, value }) => to.proposal(locale, community, value.proposal),
});
export const appeal = form(appeals.appeal, {
  messages,
  then: ({ locale, community, value }) => to.proposal(locale, community, value.proposal),
});
export const reopenProposal = form(reopen.reopenProposal, {
  messages,
  picture: 'photo',
  then: ({ locale, community, value }) => to.proposal(locale, community, value.proposal),
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
