import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [
      stays.office,
      {
        diagnosis: ['legacy', 'maintenance', 'management', 'neighbours', 'basis', 'hash', 'author_id', 'author_role'],
        crack: ['title', 'sign', 'promised_by'],
        crack_report: ['crack_id', 'words', 'loosener', 'said_by'],
        crack_raise: ['crack_id', 'asks', 'answer', 'raised_by', 'answered_by'],
        presence: ['month', 'said_by'],
      },
    ],
  ],
};
