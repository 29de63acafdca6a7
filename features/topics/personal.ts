import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [[stays.course, { topic_snapshot: ['topics'] }]],
};
