'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import * as commands from './commands';
import { fieldOfChange, fieldOfJudgement } from './input';
import { messages } from './messages';

/** Whoever was told that somebody changed the draft has seen it at the next try. */
const now = ({ details }: Refusal) => (details?.rowVersion ? { rowVersion: String(details.rowVersion) } : undefined);

export const draftPlan = form(commands.draftPlan, {
  messages,
  again: now,
  then: ({ locale, community, value, values }) =>
    at.desk(
      ...([locale, community, 'proposals', value.proposal, 'plans'] as const),
      ...(values.next === 'drawings' ? ['drawings'] : []),
    ),
});

export const citeChanges = form(commands.citeChanges, {
  messages,
  fieldOf: fieldOfChange,
  again: now,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});

export const judgeMateriality = form(commands.judgeMateriality, {
  messages,
  fieldOf: fieldOfJudgement,
  again: now,
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
