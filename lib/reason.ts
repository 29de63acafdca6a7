import type { DeskSaid } from './desk';
import type { Locale } from './edition';
import { inWords } from './forms';
import type { Refusal } from './result';
import type { Messages } from './words';

/** Why an act at the desk is not possible, in its room's words; null when it is. */
export function reasonIn<S extends DeskSaid>(
  said: Messages<S>,
  act: keyof S['room']['desk'] & string,
  refusal: Refusal | null,
  locale: Locale,
): string | null {
  if (refusal === null) return null;
  return said[locale].room.desk[act]?.why?.[refusal.code] ?? inWords(refusal, locale, said).message;
}
