import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [stays.course, { topic_snapshot: ['topics', 'repeats', 'sided', 'listed'], opposite_found: ['pairs'] }],
    [stays.office, { opposite: ['matter', 'reason', 'decided_by'], opposite_case: ['opposite_id', 'case_id'] }],
  ],
};
