import type { FieldsOf } from '@/components/form/spec';
import type { judgeUnit } from '@/features/repairs/actions';
import { messages } from '@/features/repairs/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Good or not, and by when it is put right. */
export function verdictFields(locale: Locale, today: string): FieldsOf<typeof judgeUnit> {
  const t = pick(messages, locale).own;
  return [
    {
      kind: 'radio',
      name: 'outcome',
      label: t.outcome,
      options: (['confirmed', 'refused'] as const).map((value) => ({ value, label: t.outcomes[value] })),
    },
    { kind: 'textarea', name: 'note', label: t.note, when: t.noteWhen, rows: 2 },
    { kind: 'date', name: 'repairOn', label: t.repairOn, hint: t.repairOnHint, min: today },
  ];
}
