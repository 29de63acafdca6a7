import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [
      stays.office,
      {
        affected_group: ['proposal_id', 'name', 'why'],
        group_place: ['group_id'],
        legal_gate: ['proposal_id', 'key', 'evidence', 'signer_id'],
      },
    ],
    [
      'which households a matter concerns: what was counted later is measured by it',
      { group_household: ['proposal_id', 'household_id', 'group_id'] },
    ],
  ],
};
