import type { FieldFor } from '@/components/form/spec';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { PeriodView } from '../queries';

type Counted = 'effective' | keyof PeriodView['counts'];

/** The fields of a period; of one to be corrected, as it stands. */
export function periodFields(locale: Locale, now?: PeriodView) {
  const t = pick(messages, locale);
  const d = t.desk;
  const known = now && { ...now.counts, effective: now.effective };
  const counted = (name: Counted, hint?: string): FieldFor<Counted> => ({
    kind: 'number',
    name,
    label: d[name],
    inputMode: 'numeric',
    ...(known && { defaultValue: String(known[name] ?? '') }),
    ...(hint && { hint }),
  });
  const derived = { rows: 2, kind: 'textarea' } as const;
  return [
    { kind: 'date', name: 'from', label: d.from, defaultValue: now?.from },
    { kind: 'date', name: 'to', label: d.to, defaultValue: now?.to },
    counted('effective', d.effectiveHint),
    counted('contacted', d.blank),
    counted('resolved', d.resolvedHint),
    counted('satisfied'),
    counted('fairlySatisfied'),
    { ...derived, name: 'derivedZh', label: d.derivedZh, hint: d.derivedHint, defaultValue: now?.derived?.zh },
    { ...derived, name: 'derivedEn', label: d.derivedEn, defaultValue: now?.derived?.en },
  ] satisfies FieldFor<'from' | 'to' | Counted | 'derivedZh' | 'derivedEn'>[];
}
