import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [
      stays.office,
      {
        data_export: ['what', 'file', 'purpose', 'asked', 'asked_by', 'role', 'decided_by', 'reason'],
        data_export_case: ['case_id', 'export_id'],
      },
    ],
  ],
};
