'use server';

import * as to from '@/lib/addresses';
import { accountForm, form } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import * as commands from './commands';
import * as profiles from './commands/profiles';
import { messages } from './messages';

/** Whoever was shown what it would say sends it once more. */
const again = ({ code, details }: Refusal) =>
  code === 'look_again' ? { looked: String(details?.saying ?? '') } : undefined;

export const recordFigures = form(commands.recordFigures, {
  messages,
  again,
  then: ({ locale, community }) => to.desk(locale, community, 'figures'),
});

export const correctFigures = form(commands.correctFigures, {
  messages,
  again,
  then: ({ locale, community }) => to.desk(locale, community, 'figures'),
});

export const deriveFigures = form(commands.deriveFigures, {
  messages,
  again,
  then: ({ locale, community }) => to.desk(locale, community, 'figures'),
});

const atProfiles = ({ locale, values }: { locale: 'zh' | 'en'; values: Record<string, string> }) =>
  to.office(locale, values.district ?? '', 'profiles');

export const proposeProfile = accountForm(profiles.proposeProfile, { messages, then: atProfiles });
export const answerProfile = accountForm(profiles.answerProfile, { messages, then: atProfiles });
