import { type Act, because } from '@/lib/act';
import { mayPutBlank } from './policy';
import { MOST_A_DAY } from './rules';

/** 交一张空表. */
export const putBlank: Act<{ lately: number }, 'blanks_enough'> = {
  name: 'blank.put',
  why: ({ lately }) => because(lately >= MOST_A_DAY, 'blanks_enough', { most: MOST_A_DAY }),
  by: mayPutBlank,
};
