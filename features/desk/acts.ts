import { type Act, never } from '@/lib/act';
import { mayTell } from './policy';

/** Whoever holds an office is written to of what came to be theirs. */
export const tellDuties: Act<object, never> = { name: 'letter.duties', why: never, by: mayTell };
