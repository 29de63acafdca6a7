import type { z } from 'zod';
import { allWrong, ok, type Result, refuse } from './result';

/** In sentences: so many homes are no door, a telephone may be written in groups, and the master of a craft is nobody yet. */
const NAMED_IN_WORDS =
  /1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{17}[\dXx]|(?![位个名的请由让找问])\p{Script=Han}(先生|女士|大爷|大妈|阿姨|师傅)/u;
const DOOR_IN_WORDS =
  /\d{1,4}\s*室|(?<!\d)\d{1,2}0[1-8]\s*户|\d+\s*门(?!口|前|卫|诊)|(单元|号?楼|栋|幢)\s*\d{3,4}(?![\d户年-])|(单元|号?楼|栋|幢)\s*\d{1,2}0[1-8](?!\d)|(?<!\d)\d{1,2}[-－]\d{1,2}[-－]\d{3,4}(?!\d)/u;

/** What an office writes, by field, that hangs on the board or goes into the record, names nobody and no door. */
export function checkWritten(words: Record<string, string>): Result<undefined, 'names_a_person' | 'names_a_door'> {
  const wrong = allWrong(
    Object.entries(words).map(([field, text]) => {
      if (NAMED_IN_WORDS.test(text)) return refuse('names_a_person', undefined, { [field]: 'names_a_person' });
      return DOOR_IN_WORDS.test(text) ? refuse('names_a_door', undefined, { [field]: 'names_a_door' }) : ok();
    }),
  );
  return wrong ? { ok: false, refusal: wrong } : ok();
}

/** The same of a field by itself, as its form is read. */
export const hung = <S extends z.ZodType<string>>(words: S): S =>
  words.superRefine((said, context) => {
    const free = checkWritten({ said });
    if (!free.ok) context.addIssue({ code: 'custom', message: free.refusal.code });
  });
