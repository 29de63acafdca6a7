import type { SheetName } from '@/db/words/reports';
import { type Actor, asStaff, type Who } from '@/lib/actor';

/** Who says how the monthly report looks; and how visits and the rota, of those who read them. */
export const mayArrangeReport = (who: Who, { sheet }: { sheet: SheetName }): Actor | null =>
  sheet === 'report'
    ? asStaff(who, 'hotline', 'social-worker', 'party-secretary')
    : asStaff(who, 'social-worker', 'party-secretary');
