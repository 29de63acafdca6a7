import type { Room } from './room';

/** What the gate itself holds, whatever capabilities there are. */
export const platform = { name: 'platform', appendOnly: ['ledger_leaf'] } satisfies Room;
