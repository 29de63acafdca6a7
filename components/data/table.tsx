import type { ReactNode } from 'react';

export type Column = { key: string; label: string; numeric?: boolean };
export type Row = { key: string; cells: Record<string, ReactNode> };

export type DataTableProps = {
  caption: string;
  /** The heading above says the same: the caption is the table's name only, for those who listen to the page. */
  headed?: boolean;
  columns: readonly Column[];
  /** The column that names the row; without it the first. Where the table is a list it stands first. */
  names?: string | undefined;
  rows: readonly Row[];
  /** Stands instead of the rows when there are none. */
  empty?: string;
};

/**
 * A table; where it would scroll, a list of rows in which each cell says what it is. Two columns always fit; few numbers
 * stand beside what they count.
 */
export function DataTable({ caption, headed, columns, rows, empty, names = columns[0]?.key }: DataTableProps) {
  const isClose = columns.length <= 3 && columns.every((one, at) => at === 0 || one.numeric);
  const classes = ['data-table', columns.length === 2 && 'data-table-two', isClose && 'data-table-close'];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <table aria-label={headed ? caption : undefined}>
        {!headed && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? 'numeric' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column) =>
                column.key === names ? (
                  <th key={column.key} scope="row">
                    {row.cells[column.key]}
                  </th>
                ) : (
                  <td key={column.key} data-label={column.label} className={column.numeric ? 'numeric' : undefined}>
                    <span>{row.cells[column.key]}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
