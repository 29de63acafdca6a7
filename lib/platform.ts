import { dayOf, why } from './board-view';
import { personal } from './platform-personal';
import type { Room } from './room';

/** How far the record hangs on the board: to the last midnight, so that no entry comes with what else moves at its moment. */
const hanging = `public.ledger_head h cross join lateral (select y.seq, y.chain from public.ledger_leaf y
    where y.community_id = h.community_id and y.at < ${dayOf('moment()')} order by y.seq desc limit 1) last`;

/** The one name of what households do. */
const HOUSEHOLD = 'household_said';

/** What the gate itself holds, whatever capabilities there are; `ofHouseholds`: their acts. */
export const platform = (ofHouseholds: readonly string[]): Room => ({
  name: 'platform',
  record: {
    zh: { community: '社区', [HOUSEHOLD]: '一户人家说的或办的' },
    en: { community: 'Community', [HOUSEHOLD]: 'Something a household said or did' },
  },
  personal,
  appendOnly: ['ledger_leaf'],
  said: {
    ledger_content: { key: 'seq', of: 'ledger_leaf', words: ['person_id', 'salt', 'content'] },
    account_event: { words: ['person_id', 'kind', 'detail'] },
  },
  board: {
    ledger_head: {
      of: 'h',
      columns: {
        community_id: why.id,
        size: ['last.seq', 'how long the record was at the last midnight'],
        chain: ['last.chain', 'where it ended'],
      },
      from: hanging,
    },
    ledger_leaf: {
      of: 'l',
      columns: {
        community_id: why.id,
        seq: 'its number',
        act: [
          `case when l.act in (${ofHouseholds.map((act) => `'${act}'`).join(', ')}) then '${HOUSEHOLD}' else l.act end`,
          'what kind of act; one name for all of households',
        ],
        leaf_hash: 'of a salted content',
        chain: 'of hashes',
        at: [dayOf('l.at'), 'on which day'],
      },
      from: `${hanging} join public.ledger_leaf l on l.community_id = h.community_id and l.seq <= last.seq`,
    },
  },
});
