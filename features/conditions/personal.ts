import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [
      stays.office,
      {
        condition_list: ['proposal_id', 'marked_by'],
        listed_condition: ['list_id', 'text'],
        condition_raised: ['list_id', 'no', 'objection_id'],
        condition_clash: ['list_id', 'why'],
      },
    ],
  ],
};
