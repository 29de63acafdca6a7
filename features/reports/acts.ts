import { type Act, never } from '@/lib/act';
import { mayArrangeReport } from './policy';
import type { SheetName } from './rules';

export const arrangeReport: Act<{ sheet: SheetName }, never> = {
  name: 'report.arrange',
  why: never,
  by: mayArrangeReport,
};
