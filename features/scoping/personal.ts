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
    [stays.counted, { group_household: ['proposal_id', 'household_id', 'group_id'] }],
  ],
};
