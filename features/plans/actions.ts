'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import * as citing from './commands/cite';
import * as draft from './commands/draft';
import * as drawing from './commands/drawing';
import * as judge from './commands/judge';
import * as publish from './commands/publish';
import { changeInput, fieldOfChange, fieldOfJudgement, fieldOfUnmet, judgementInput, unmetInput } from './input';
import { messages } from './messages';

/** Whoever was told that somebody changed the draft has seen it at the next try. */
const now = ({ details }: Refusal) => (details?.rowVersion ? { rowVersion: String(details.rowVersion) } : undefined);

export const draftPlan = form(draft.draftPlan, {
  messages,
  again: now,
  then: ({ locale, community, value, values }) =>
    at.desk(
      ...([locale, community, 'proposals', value.proposal, 'plans'] as const),
      ...(values.next === 'drawings' ? ['drawings'] : []),
    ),
});

export const drawPlan = form(drawing.drawPlan, {
  messages,
  again: now,
  then: ({ locale, community, value }) =>
    at.desk(locale, community, 'proposals', value.proposal, 'plans', value.version, 'site'),
});

export const citeChanges = form(citing.citeChanges, {
  messages,
  rows: changeInput.shape,
  fieldOf: fieldOfChange,
  again: now,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});

export const judgeMateriality = form(judge.judgeMateriality, {
  messages,
  rows: judgementInput.shape,
  fieldOf: fieldOfJudgement,
  again: now,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});

export const confirmMateriality = form(judge.confirmMateriality, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});

export const publishPlan = form(publish.publishPlan, {
  messages,
  rows: unmetInput.shape,
  fieldOf: fieldOfUnmet,
  again: ({ code, details }) => (code === 'marked_anew' ? { marked: String(details?.marked) } : undefined),
  then: ({ locale, community, value }) => at.desk(locale, community, 'proposals', value.proposal, 'plans'),
});
