import { Field } from '@/components/form/field';
import { messages } from '@/features/exchange/messages';
import { orders } from '@/features/exchange/sheet';
import type { Locale } from '@/lib/edition';
import type { ReadSheet } from '@/lib/sheet/kept';

/** A name of the heading and what it is taken for, one below the other; doubled ones are kept as they are. */
export function Columns({ columns, locale }: { columns: ReadSheet['columns']; locale: Locale }) {
  const t = messages[locale];
  const options = [
    { value: '', label: t.kept },
    ...Object.entries(orders.columns).map(([value, column]) => ({ value, label: column[locale] })),
  ];
  // As they stand in the sheet, from the left.
  const order = columns.heading.split('|');
  const names = [...new Set([...Object.keys(columns.known), ...columns.others])].sort(
    (one, other) => order.indexOf(one) - order.indexOf(other),
  );
  return names.map((name) => (
    <Field
      key={name}
      form="sheet"
      locale={locale}
      spec={{ kind: 'select', name: `column:${name}`, label: name, options, defaultValue: columns.known[name] ?? '' }}
    />
  ));
}
