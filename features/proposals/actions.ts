'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const saveDraft = form(commands.saveDraft, {
  messages,
  again: ({ code, details }) => (code === 'stale_text' ? { rowVersion: String(details?.rowVersion ?? '') } : undefined),
  then: ({ locale, community, value }) => to.act(locale, community, 'drafts', value.draft, 'pictures'),
});
export const discardDraft = form(commands.discardDraft, {
  messages,
  then: ({ locale, community }) => to.act(locale, community, 'proposals', 'new'),
});
export const submitProposal = form(commands.submitProposal, {
  messages,
  then: ({ locale, community, value }) => to.proposal(locale, community, value.proposal),
});

export const giveSupport = form(commands.giveSupport, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'proposals', value.proposal, 'support'),
});
export const takeBackSupport = form(commands.takeBackSupport, {
  messages,
  then: ({ locale, community, value }) => to.act(locale, community, 'proposals', value.proposal, 'support'),
});
export const addComment = form(commands.addComment, {
  messages,
  then: ({ locale, community, value }) => `${to.proposal(locale, community, value.proposal)}#comments`,
});
export const withdrawProposal = form(commands.withdrawProposal, {
  messages,
  then: ({ locale, community, value }) => to.proposal(locale, community, value.proposal),
});
export const appeal = form(commands.appeal, {
  messages,
  then: ({ locale, community, value }) => to.proposal(locale, community, value.proposal),
});
export const reopenProposal = form(commands.reopenProposal, {
  messages,
  picture: 'photo',
  then: ({ locale, community, value }) => to.proposal(locale, community, value.proposal),
});

export const acceptProposal = form(commands.acceptProposal, {
  messages,
  confirm: 'confirmed',
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const declineProposal = form(commands.declineProposal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const decideAppeal = form(commands.decideAppeal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const proposeShelving = form(commands.proposeShelving, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const confirmShelving = form(commands.confirmShelving, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const refuseShelving = form(commands.refuseShelving, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const reopenShelved = form(commands.reopenShelved, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const resumeProposal = form(commands.resumeProposal, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal),
});
export const hideComment = form(commands.hideComment, {
  messages,
  confirm: 'confirmed',
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'comments'),
});
export const showComment = form(commands.showComment, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'proposals', value.proposal, 'comments'),
});
