'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { fieldOfChange, fieldOfJudgement } from './input';
import { messages } from './messages';

export const draftPlan = form(commands.draftPlan, {
  messages,
  again: ({ code, details }) => (code === 'stale_text' ? { rowVersion: String(details?.rowVersion ?? '') } : undefined),
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});

export const citeChanges = form(commands.citeChanges, {
  messages,
  fieldOf: fieldOfChange,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});

export const judgeMateriality = form(commands.judgeMateriality, {
  messages,
  fieldOf: fieldOfJudgement,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});

export const confirmMateriality = form(commands.confirmMateriality, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});

export const publishPlan = form(commands.publishPlan, {
  messages,
  then: ({ locale, community, value }) => at.plan(locale, community, value.proposal, value.version),
});
