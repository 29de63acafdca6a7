import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = { kept: [[stays.office, { report_layout: ['columns', 'said_by'] }]] };
