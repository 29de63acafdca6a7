import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [stays.office, { merger: ['proposal_id', 'into_id', 'reason', 'merged_by', 'undone_by', 'undone_reason'] }],
    [stays.course, { merger: ['households', 'cases'] }],
  ],
};
