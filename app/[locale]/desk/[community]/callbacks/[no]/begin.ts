import { randomUUID } from 'node:crypto';
import { messages } from '@/features/callbacks/messages';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import type { FormState } from '@/lib/form-state';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

/** What the addresses of a proposal's callbacks at the desk begin with. */
export async function begin(params: P<{ community: string; no: string }>['params'], ...step: string[]) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'callbacks', no, ...step);
  const person = await requirePerson(locale, path);
  const values = await keptDraft(person, path);
  const initial: FormState = values ? { values } : {};
  return {
    ...{ locale, community, no, initial },
    call: { by: { person }, community },
    t: pick(messages, locale),
    hidden: () => ({ community, locale, submission: randomUUID(), proposal: String(no), back: path }),
  };
}
