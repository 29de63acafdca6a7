import { randomUUID } from 'node:crypto';
import { messages } from '@/features/proposals/messages';
import { deskProposal } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import type { FormState } from '@/lib/form-state';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

/** What every address of a proposal at the desk begins with; `proposal` is undefined when this person may not see it. */
export async function begin(params: P<{ community: string; no: string }>['params'], ...act: string[]) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'proposals', no, ...act);
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  const proposal = await deskProposal(call, { no });
  const values = await keptDraft(person, path);
  const initial: FormState = values ? { values } : {};
  const back = to.desk(locale, community, 'proposals', no);
  return {
    ...{ locale, community, no, path, person, call, proposal, initial },
    t: pick(messages, locale),
    crumb: { href: back, label: proposal?.title ?? '' },
    cancel: { href: back, label: pick(messages, locale).desk.back },
    hidden: { community, locale, submission: randomUUID(), proposal: String(no), back: path },
  };
}
