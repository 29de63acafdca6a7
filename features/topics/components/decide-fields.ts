import type { FieldsOf } from '@/components/form/spec';
import { OPPOSITE_VERDICTS } from '@/db/words/topics';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import type { decideOpposite } from '../actions';
import { messages } from '../messages';
import type { Complaint } from '../moves';

interface Of {
  asks: readonly Complaint[];
  bears: readonly Complaint[];
  /** It was confirmed, and can only be dismissed. */
  confirmed: boolean;
}

/** Which cases, whether they pull against each other, and why. */
export function decideFields(locale: Locale, { asks, bears, confirmed }: Of): FieldsOf<typeof decideOpposite> {
  const { opposites: t, propose } = pick(messages, locale);
  const ticks = (name: 'asks' | 'bears', label: string, of: readonly Complaint[]) => ({
    kind: 'checkboxes' as const,
    name,
    label,
    options: of.map(({ no, title, place }) => ({ value: String(no), label: propose.case(no, title, place) })),
    defaultValues: of.map(({ no }) => String(no)),
  });
  const verdicts = OPPOSITE_VERDICTS.filter((verdict) => !confirmed || verdict === 'dismissed');
  return [
    ticks('asks', t.asks, asks),
    ticks('bears', t.bears, bears),
    {
      kind: 'radio',
      name: 'verdict',
      label: t.verdict,
      options: verdicts.map((value) => ({ value, label: t.verdicts[value] })),
    },
    { kind: 'textarea', name: 'reason', label: t.reason, hint: t.reasonHint, rows: 2 },
  ];
}
