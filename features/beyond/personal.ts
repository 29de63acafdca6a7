import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [stays.office, { outside_consent: ['proposal_id', 'organisation', 'asked', 'answer', 'asked_by', 'answered_by'] }],
  ],
};
