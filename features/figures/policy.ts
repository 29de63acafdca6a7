import { type Actor, asStaff, type Who } from '@/lib/actor';

export const mayRecordFigures = (who: Who): Actor | null => asStaff(who, 'hotline', 'auditor');
