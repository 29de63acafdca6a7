import { boardQuery } from '@/lib/query';
import { courseOf, overBefore } from './read';

/** 先诊断再治理 on the board: causes, promises with their progress, days on site. */
export const boardDiagnosis = boardQuery({
  name: 'diagnosis.board',
  shows: () => ['diagnosis'],
  read: async (scope, _: Record<never, never>) => ({ ...(await courseOf(scope)), now: scope.now }),
});

/** Older matters that are over. */
export const boardOver = boardQuery({
  name: 'diagnosis.over',
  shows: () => ['diagnosis'],
  read: async (scope, { after }: { after: number }) => {
    const { page, next } = await overBefore(scope, after);
    return page.length > 0 ? { cracks: page, next, now: scope.now } : undefined;
  },
});
