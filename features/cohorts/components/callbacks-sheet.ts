import { COUNTED_COLUMNS } from '@/features/figures/rules/cohort';
import type { WrittenSheet } from '@/lib/sheet/write';
import type { Compared } from '../moves';

/** Every whole number the comparison of a cohort is made of, for whoever adds them up themself. */
export function callbacksSheet({ counted, names }: Pick<Compared, 'counted' | 'names'>): WrittenSheet {
  const said = Object.values(names).map(({ zh }) => zh);
  const isTaken = (name: string) => said.filter((one) => one === name).length > 1;
  const nameOf = (id: string) => {
    const { zh = id, slug = id } = names[id] ?? {};
    return isTaken(zh) ? `${zh} (${slug})` : zh;
  };
  return {
    name: 'callbacks',
    columns: COUNTED_COLUMNS.map((title, at) => ({ title, kind: at < 3 ? ('text' as const) : ('number' as const) })),
    rows: counted.flatMap((one) =>
      (['before', 'after'] as const).map((period) => {
        const { effective, resolved, satisfied, fairlySatisfied } = one[period];
        const whose = [nameOf(one.community), one.cohort ? 'yes' : 'no', period];
        return [...whose, effective, resolved, satisfied, fairlySatisfied];
      }),
    ),
  };
}
