import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [
      stays.office,
      {
        order_import: ['hash', 'imported_by'],
        sheet_mapping: ['sheet', 'heading', 'columns', 'said_by'],
        order_version: ['case_id', 'import_id', 'said', 'caller'],
      },
    ],
  ],
};
