import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { arrangeReport } from '../actions';
import { placesOf } from '../input';
import { messages } from '../messages';
import { COLUMNS, type SheetName } from '../rules';

interface Props {
  layout: { sheet: SheetName; columns: readonly string[] };
  /** The sheet itself. */
  back: string;
  form: { community: string; locale: Locale };
}

/** Which columns a sheet has, from the left. */
export function Arrange({ layout: { sheet, columns }, back, form }: Props) {
  const t = pick(messages, form.locale);
  const labels: Readonly<Record<string, string>> = t.columns[sheet];
  const options = COLUMNS[sheet].map((value) => ({ value, label: labels[value] ?? value }));
  return (
    <Act crumb={{ href: back, label: t.sheets[sheet] }} title={t.arrange} lead={t.lead}>
      <KeptForm
        {...form}
        action={arrangeReport}
        about={{ sheet }}
        submitLabel={t.submit}
        cancel={{ href: back, label: t.back }}
        fields={placesOf(sheet).map((name, at) => ({
          kind: 'select' as const,
          name,
          label: t.place(at + 1),
          hint: t.leftOut,
          options,
          defaultValue: columns[at] ?? '',
        }))}
      />
    </Act>
  );
}
