import { type Actor, asStaff, has, type Who } from '@/lib/actor';

export const mayRecordFigures = (who: Who): Actor | null => asStaff(who, 'hotline');

export const mayReadFigures = (who: Who): boolean =>
  has(who, 'hotline', 'auditor', 'social-worker', 'governance-secretary', 'party-secretary', 'district');
