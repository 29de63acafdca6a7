import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [[stays.office, { blank: ['name', 'hash', 'file', 'layout', 'put_by'] }]],
};
