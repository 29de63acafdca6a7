import type { FieldsOf } from '@/components/form/spec';
import type { answerOutside, askOutside } from '@/features/beyond/actions';
import type { Consent } from '@/features/beyond/facts';
import { messages } from '@/features/beyond/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Whom, what, when and by when; asked again, as it was asked before. */
export function askFields(locale: Locale, today: string, before?: Consent): FieldsOf<typeof askOutside> {
  const t = pick(messages, locale).desk;
  return [
    {
      kind: 'text',
      name: 'organisation',
      label: t.organisation,
      hint: t.organisationHint,
      ...(before && { defaultValue: before.organisation }),
    },
    {
      kind: 'textarea',
      name: 'asked',
      label: t.asked,
      hint: t.askedHint,
      rows: 3,
      ...(before && { defaultValue: before.asked }),
    },
    { kind: 'date', name: 'askedOn', label: t.askedOn, max: today, defaultValue: today },
    { kind: 'date', name: 'due', label: t.due },
  ];
}

export function answerFields(locale: Locale, today: string, { askedOn }: Consent): FieldsOf<typeof answerOutside> {
  const t = pick(messages, locale).desk;
  return [
    {
      kind: 'radio',
      name: 'outcome',
      label: t.outcome,
      options: (['given', 'refused'] as const).map((value) => ({ value, label: t.outcomes[value] })),
    },
    { kind: 'textarea', name: 'answer', label: t.words, hint: t.wordsHint, rows: 4 },
    { kind: 'date', name: 'answeredOn', label: t.answeredOn, min: askedOn, max: today },
  ];
}
