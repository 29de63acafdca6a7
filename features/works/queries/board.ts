import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { boardQuery } from '@/lib/query';
import { isOverdue } from '../rules';
import { silence, type WorkShown, workShown } from './site';

/** When the page says something else by itself: the site falls silent, or a day of repair is over. */
function turnsOf(row: WorkShown, now: Date): Date | null {
  const today = shanghaiDate(now);
  const days = row.commitments.flatMap((one) =>
    one.outcome === 'refused' && !one.mended && one.repairOn && !isOverdue(one, today)
      ? [startOfDay(addDays(one.repairOn, 1))]
      : [],
  );
  const { turnsAt } = silence(row, now);
  return [...days, ...(turnsAt ? [turnsAt] : [])].reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
}

/** One works for the board, by its number; a group by its name. */
export const boardWork = boardQuery({
  name: 'works.board',
  read: async (scope, { no }: { no: number }) => {
    const row = await workShown(scope, no);
    if (!row) return undefined;
    const { id: _, acceptances: given, commitments: promised, groups: affected, ...work } = row;
    return {
      ...work,
      ...silence(row, scope.now),
      turnsAt: turnsOf(row, scope.now),
      today: shanghaiDate(scope.now),
      commitments: promised.map(({ group, ...one }) => ({
        ...one,
        group: affected.find(({ id }) => id === group)?.name ?? null,
      })),
      acceptances: affected.map(({ id, position, name }) => {
        const one = given.find(({ group }) => group === id);
        const { outcome = null, at = null, repairOn = null } = one ?? {};
        return { position, name, outcome, at, repairOn, named: one !== undefined };
      }),
    };
  },
  shows: ({ no }, found) => [`works/${no}`, ...(found ? [`proposal/${found.proposal}`] : [])],
});
export type BoardWork = NonNullable<Awaited<ReturnType<typeof boardWork>>>;
