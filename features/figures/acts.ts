import { type Act, never } from '@/lib/act';
import { mayRecordFigures } from './policy';

export const recordFigures: Act<object, never> = { name: 'figures.record', why: never, by: mayRecordFigures };
/** A month counted from callbacks, published once. */
export const deriveFigures: Act<object, never> = { name: 'figures.derive', why: never, by: mayRecordFigures };
export const correctFigures: Act<object, never> = { name: 'figures.correct', why: never, by: mayRecordFigures };
