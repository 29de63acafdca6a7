import { boardQuery } from '@/lib/query';
import { silence, workShown } from './site';

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
