import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [stays.office, { round: ['proposal_id', 'plan_version', 'opened_by', 'summary', 'summarised_by'] }],
    [stays.counted, { electorate: ['round_id', 'household_id', 'group_id'] }],
    [stays.counted, { round_cell: ['round_id', 'group_id', 'published'] }],
  ],
};
