import { why } from './board-view';
import { personal } from './platform-personal';
import type { Room } from './room';

/** What the gate itself holds, whatever capabilities there are. */
export const platform = {
  name: 'platform',
  record: { zh: { community: '社区' }, en: { community: 'Community' } },
  personal,
  appendOnly: ['ledger_leaf'],
  said: {
    ledger_content: { key: 'seq', of: 'ledger_leaf', words: ['person_id', 'salt', 'content'] },
    account_event: { words: ['person_id', 'kind', 'detail'] },
  },
  board: {
    ledger_head: {
      columns: {
        community_id: why.id,
        size: 'how long the record is',
        chain: 'where it ends',
      },
      from: 'public.ledger_head',
    },
    ledger_leaf: {
      columns: {
        community_id: why.id,
        seq: 'its number',
        act: 'what kind of act',
        leaf_hash: 'of a salted content',
        chain: 'of hashes',
        at: why.life,
      },
      from: 'public.ledger_leaf',
    },
  },
} satisfies Room;
