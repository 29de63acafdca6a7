import type { FieldSpec } from '@/components/form/spec';
import { messages } from '@/features/works/messages';
import type { Outcome } from '@/features/works/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Before {
  outcome: Outcome | null;
  note?: string;
  repairOn: string | null;
}

/** Kept or not, a word about it, and the day of repair. `before`: what is recorded now. */
export function verdictFields(
  locale: Locale,
  before: Before | null,
  today: string,
  labels: { yes: string; no: string },
): FieldSpec[] {
  const t = pick(messages, locale).act;
  return [
    {
      kind: 'radio',
      name: 'outcome',
      label: t.outcome,
      required: true,
      options: [
        { value: 'accepted', label: labels.yes },
        { value: 'refused', label: labels.no },
      ],
      ...(before?.outcome && { defaultValue: before.outcome }),
    },
    { kind: 'textarea', name: 'note', label: t.note, rows: 3, maxLength: 600, defaultValue: before?.note ?? '' },
    {
      kind: 'date',
      name: 'repairOn',
      label: t.repair,
      hint: t.repairHint,
      min: today,
      defaultValue: before?.repairOn ?? '',
    },
  ];
}
