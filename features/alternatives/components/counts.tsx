import { DataTable } from '@/components/data/table';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatList, formatNumber, pick } from '@/lib/words';
import type { AlternativeFact } from '../facts';
import { messages } from '../messages';
import { letterOf, weakestOf } from '../rules';

const CELLS = ['supports', 'opposes', 'noView', 'refused', 'notHome', 'notTried'] as const;

/** For those who answer for it: every number of every group, and which can live with it least. */
export function Counts({ one, locale }: { one: AlternativeFact; locale: Locale }) {
  const t = pick(messages, locale);
  const groups = one.groups.flatMap(({ id, name, counted }) => (counted ? [{ group: id, name, cells: counted }] : []));
  const weakest = weakestOf(groups).groups;
  return (
    <>
      <DataTable
        caption={t.named(letterOf(one.position), one.title)}
        columns={[
          { key: 'group', label: t.desk.group },
          ...CELLS.map((key) => ({ key, label: t.board.cells[key], numeric: true })),
          { key: 'takes', label: t.door.columns.takes, numeric: true },
        ]}
        rows={groups.map(({ group, name, cells }) => ({
          key: String(group),
          cells: {
            group: placeIn(name, locale),
            ...Object.fromEntries(CELLS.map((key) => [key, formatNumber(cells[key], locale)])),
            takes: formatNumber(cells.takes, locale),
          },
        }))}
      />
      <p>
        {one.result?.heard === false
          ? t.board.unheard
          : t.board.weakest(
              formatList(
                groups.filter(({ group }) => weakest.includes(group)).map(({ name }) => placeIn(name, locale)),
                locale,
              ),
            )}
      </p>
    </>
  );
}
