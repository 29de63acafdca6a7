import { randomUUID } from 'node:crypto';
import { signoffReason } from '@/features/signoff/components/steps';
import { messages } from '@/features/signoff/messages';
import { deskSignoff, type SignoffAct } from '@/features/signoff/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import type { FormState } from '@/lib/form-state';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

/** What the addresses from agreement to signature begin with; `desk` is undefined when this person may not see it. */
export async function begin(params: P<{ community: string; no: string }>['params'], act: SignoffAct) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'proposals', no, act);
  const person = await requirePerson(locale, path);
  const desk = await deskSignoff({ by: { person }, community }, { no });
  const w = pick(messages, locale);
  const values = await keptDraft(person, path);
  const initial: FormState = values ? { values } : {};
  const href = to.desk(locale, community, 'proposals', no);
  return {
    ...{ locale, community, no, desk, w, initial },
    title: w.acts[act],
    blocked: desk ? signoffReason(act, desk.blocks[act], locale) : null,
    crumb: { href, label: desk?.title ?? '' },
    hidden: (more: Record<string, string> = {}) => ({
      ...{ community, locale, submission: randomUUID(), proposal: String(no), back: path },
      ...more,
    }),
  };
}
