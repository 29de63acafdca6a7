import type { DepictedAnswer } from '@/db/words/pictures';
import type { Voter } from '@/features/opinions/policy';
import { type Act, because, never } from '@/lib/act';
import { mayAnswer, mayName, mayRecordAnswer } from './policy';

/** 记下照片上是谁家的人. What hangs already is taken down first. */
export const nameDepicted: Act<{ onBoard: boolean }, 'hangs_already'> = {
  name: 'depicted.name',
  recurs: true,
  why: ({ onBoard }) => because(onBoard, 'hangs_already'),
  by: mayName,
};

/** 记错了: as long as they have not been heard. */
export const dropDepicted: Act<{ answer: DepictedAnswer | null }, 'answered_already'> = {
  name: 'depicted.drop',
  recurs: true,
  why: ({ answer }) => because(answer !== null, 'answered_already'),
  by: mayName,
};

/** 行不行, by the home itself; it may be said otherwise at any time. */
export const answerDepicted: Act<Voter & { livedThere: boolean }, never> = {
  name: 'depicted.answer',
  recurs: true,
  why: never,
  by: mayAnswer,
};

/** The same, written down at its door. */
export const recordDepicted: Act<Voter, never> = {
  name: 'depicted.record',
  recurs: true,
  why: never,
  by: mayRecordAnswer,
};
