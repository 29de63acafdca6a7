import type { FieldFor } from '@/components/form/spec';
import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Said } from '../moves';

type Name = 'name' | 'indications' | 'contraindications' | 'steps' | 'people' | 'days' | 'money';

/** What a playbook says, begun with what is known. */
export function saidFields(locale: Locale, begun: Said & { steps: string }): FieldFor<Name>[] {
  const t = pick(messages, locale).draw;
  return [
    { kind: 'text', name: 'name', label: t.name, hint: t.nameHint, defaultValue: begun.name },
    { kind: 'textarea', name: 'indications', label: t.indications, rows: 4, defaultValue: begun.indications },
    {
      kind: 'textarea',
      name: 'contraindications',
      label: t.contraindications,
      hint: t.contraindicationsHint,
      rows: 3,
      defaultValue: begun.contraindications,
    },
    { kind: 'textarea', name: 'steps', label: t.steps, hint: t.stepsHint, rows: 10, defaultValue: begun.steps },
    { kind: 'number', name: 'people', label: t.people, defaultValue: String(begun.people) },
    { kind: 'number', name: 'days', label: t.days, defaultValue: String(begun.days) },
    { kind: 'text', name: 'money', label: t.money, inputMode: 'decimal', defaultValue: formatMoney(begun.money) },
  ];
}
