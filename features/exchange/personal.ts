import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [
      stays.office,
      { order_import: ['hash', 'imported_by'], sheet_mapping: ['sheet', 'heading', 'columns', 'said_by'] },
    ],
    [
      'the hotline’s own file of an order, which keeps it whoever asks; who called is seen by whoever has to ring them',
      { order_version: ['case_id', 'import_id', 'said', 'caller'] },
    ],
  ],
};
