import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [[stays.office, { api_key: ['name', 'purpose', 'hash', 'given_by', 'withdrawn_by', 'withdrawn_why'] }]],
};
