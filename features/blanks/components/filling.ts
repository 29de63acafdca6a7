import type { FieldFor } from '@/components/form/spec';
import type { Locale } from '@/lib/edition';
import { letters } from '@/lib/sheet/blank/xml';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { BlankView } from '../queries/one';
import { type BlankOf, FIELDS, labelOf } from '../rules';

interface Props<Name extends string> {
  one: BlankView;
  of: BlankOf;
  /** The names of fields, from the left. */
  names: readonly Name[];
  mayPersonal: boolean;
  locale: Locale;
}

/** For each column of a sheet what may stand in it, chosen as it was taken; and what is to be said above. */
export function filling<Name extends string>({ one, of, names, mayPersonal, locale }: Props<Name>) {
  const t = pick(messages, locale).columns;
  const known = Object.entries(FIELDS[of]).filter(([, field]) => mayPersonal || !field.personal);
  const options = known.map(([value, field]) => ({
    value,
    label: field.personal ? t.personal(field[locale]) : field[locale],
  }));
  const offered = new Set(known.map(([name]) => name));
  const chosen = ({ at }: { at: number }) => {
    const field = one.chosen[at] ?? '';
    return offered.has(field) ? field : '';
  };
  const { columns } = one.layout;
  const fields = columns.flatMap((column): FieldFor<Name>[] => {
    const name = names[column.at];
    if (name === undefined) return [];
    const label = { label: labelOf(column), when: t.column(letters(column.at)), nothing: t.empty };
    return [{ kind: 'select', name, ...label, options, defaultValue: chosen(column) } as FieldFor<Name>];
  });
  const found = columns.filter((column) => chosen(column) !== '').length;
  const lead = [
    t.lead,
    [t.known(found, columns.length), one.remembered && t.remembered(formatDate(one.remembered, locale))]
      .filter(Boolean)
      .join(locale === 'zh' ? '' : ' '),
  ];
  return { lead, fields };
}
