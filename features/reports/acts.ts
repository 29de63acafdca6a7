import { type Act, never } from '@/lib/act';
import { mayArrangeReport } from './policy';

export const arrangeReport: Act<object, never> = { name: 'report.arrange', why: never, by: mayArrangeReport };
