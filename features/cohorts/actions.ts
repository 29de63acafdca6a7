'use server';

import { z } from 'zod';
import * as to from '@/lib/addresses';
import { accountForm } from '@/lib/forms';
import * as cohorts from './commands/cohorts';
import * as terms from './commands/terms';
import * as weighing from './commands/weigh';
import { messages } from './messages';

/** A second press says that it is meant. */
const seenIn =
  (codes: readonly string[]) =>
  ({ code }: { code: string }) =>
    codes.includes(code) ? { seen: 'on' } : undefined;

/** The page of a cohort, or where it was sent from. */
type Sent = { locale: 'zh' | 'en'; values: Record<string, string> };
const at = ({ locale, values }: Sent, ...rest: (string | number)[]) =>
  to.office(locale, values.district ?? '', ...rest);

export const draftCohort = accountForm(cohorts.draftCohort, {
  messages,
  rows: { reason: z.string() },
  again: seenIn(['baseline_lacking']),
  then: ({ value, ...sent }) => at(sent, 'cohorts', value.cohort),
});

export const weighCommunities = accountForm(weighing.weighCommunities, {
  messages,
  quiet: true,
  then: ({ value, ...sent }) => `${at(sent, 'choosing')}?asked=${value.asked}`,
});

export const approveCohort = accountForm(cohorts.approveCohort, {
  messages,
  again: seenIn(['baseline_lacking']),
  then: ({ value, ...sent }) => at(sent, 'cohorts', value.cohort),
});

export const publishCohort = accountForm(cohorts.publishCohort, {
  messages,
  then: ({ value, ...sent }) => at(sent, 'cohorts', value.cohort),
});

export const withdrawCohort = accountForm(cohorts.withdrawCohort, {
  messages,
  then: ({ value, ...sent }) => at(sent, 'cohorts', value.cohort),
});

export const addCandidate = accountForm(terms.addCandidate, { messages, then: (sent) => at(sent, 'candidates') });

export const sendCandidate = accountForm(terms.sendCandidate, {
  messages,
  again: seenIn(['both_new']),
  then: ({ value, ...sent }) => at(sent, 'cohorts', value.cohort),
});

export const extendTerm = accountForm(terms.extendTerm, { messages, then: (sent) => at(sent, 'cohorts') });
export const recallTerm = accountForm(terms.recallTerm, { messages, then: (sent) => at(sent, 'cohorts') });
