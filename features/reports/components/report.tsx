import { DataTable } from '@/components/data/table';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { ReportColumn, Row } from '../rules';

const RATES: readonly ReportColumn[] = ['response', 'resolution', 'satisfaction'];

/** A cell as it is printed: rates with two decimals, the composite with one; what is nothing is not nought. */
export function printed(row: Row, column: ReportColumn, locale: Locale): string {
  const t = pick(messages, locale);
  const value = row.cells[column];
  if (column === 'unit') return value === null || value === '' ? t.sums[row.kind] : String(value);
  if (value === null) return RATES.includes(column) || column === 'composite' ? t.none : '—';
  if (typeof value === 'string') return value;
  return RATES.includes(column) ? value.toFixed(2) : column === 'composite' ? value.toFixed(1) : String(value);
}

interface Props {
  rows: Row[];
  columns: ReportColumn[];
  caption: string;
  locale: Locale;
}

/** The report as a table on paper, and on a telephone as a list of its rows. */
export function Report({ rows, columns, caption, locale }: Props) {
  const t = pick(messages, locale);
  return (
    <div className="report">
      <DataTable
        caption={caption}
        headed
        names={columns.find((column) => column === 'unit')}
        columns={columns.map((key) => ({ key, label: t.columns.report[key], numeric: key !== 'unit' }))}
        rows={rows.map((row, at) => ({
          key: String(at),
          cells: Object.fromEntries(columns.map((column) => [column, printed(row, column, locale)])),
        }))}
      />
    </div>
  );
}
