import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [
      stays.office,
      {
        rate_period: ['profile', 'derived', 'corrects', 'reason'],
        rate_profile: ['name', 'reason', 'hash', 'proposed_by'],
        rate_profile_answer: ['reason', 'proposed_by', 'answered_by'],
      },
    ],
  ],
};
