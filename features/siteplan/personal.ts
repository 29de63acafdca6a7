import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [[stays.office, { site_plan: ['shapes', 'source', 'drawn_by', 'published_by', 'hash'] }]],
};
