import type { CellKind, CircleCell, CircleGroup, CircleRound } from '@/components/circle/geometry';
import { columns, kindsLabel, spanned } from '@/components/circle/kinds';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';
import { formatNumber } from '@/lib/words';

export type CircleTableProps = {
  rounds: readonly CircleRound[];
  /** With the caption of the group's table: "15号楼，84户". */
  groups: readonly (CircleGroup & { caption?: string })[];
  kindNames: Record<CellKind, string>;
  heads: { round: string; total: string };
  locale: Locale;
  id?: string;
};

/** The numbers of the circle, a table for each group. Joined cells stand across the columns they join. */
export function CircleTable({ rounds, groups, kindNames, heads, locale, id }: CircleTableProps) {
  const shown = columns(rounds);
  return (
    <div id={id}>
      {groups.map((group) => (
        <div className="data-table circle-table" key={group.key}>
          <table>
            <caption>{group.caption ?? group.name}</caption>
            <thead>
              <tr>
                <th scope="col">{heads.round}</th>
                {shown.map((kind) => (
                  <th key={kind} scope="col" className="numeric">
                    {kindNames[kind]}
                  </th>
                ))}
                <th scope="col" className="numeric">
                  {heads.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => {
                const cells = round.groups.find((each) => each.key === group.key)?.arcs ?? [];
                const total = cells.reduce((sum, cell) => sum + cell.count, 0);
                return (
                  <tr key={round.label}>
                    <th scope="row">{round.label}</th>
                    {across(cells, shown).map((cell) => {
                      const label = kindsLabel(cell.kinds, kindNames, words(locale).or);
                      return (
                        <td key={cell.kinds.join()} colSpan={cell.span} className="numeric" data-label={label}>
                          <span>
                            {cell.span > 1 && <span className="joined">{label} </span>}
                            {formatNumber(cell.count, locale)}
                          </span>
                        </td>
                      );
                    })}
                    <td className="numeric" data-label={heads.total}>
                      {formatNumber(total, locale)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  );
}

/** The cells in the order of the columns, with zeros where none is given and how many columns each takes. */
function across(cells: readonly CircleCell[], shown: readonly CellKind[]): (CircleCell & { span: number })[] {
  const out: (CircleCell & { span: number })[] = [];
  const covered = new Set<CellKind>();
  for (const kind of shown) {
    if (covered.has(kind)) continue;
    const here = cells.find((each) => spanned(each.kinds, shown)[0] === kind);
    if (!here) {
      out.push({ kinds: [kind], count: 0, span: 1 });
      continue;
    }
    const over = spanned(here.kinds, shown);
    for (const each of over) covered.add(each);
    out.push({ ...here, span: over.length });
  }
  return out;
}
