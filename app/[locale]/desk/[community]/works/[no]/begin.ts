import { randomUUID } from 'node:crypto';
import { type SiteWord, siteReason } from '@/features/works/components/steps';
import { messages } from '@/features/works/messages';
import { deskWork } from '@/features/works/queries/desk';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import type { FormState } from '@/lib/form-state';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

/** What every address of a building site at the desk begins with; `work` is undefined when this person may not see it. */
export async function begin(params: P<{ community: string; no: string }>['params'], ...step: string[]) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'works', no, ...step);
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  const work = await deskWork(call, { no });
  const values = await keptDraft(person, path);
  const initial: FormState = values ? { values } : {};
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'works', no);
  return {
    ...{ locale, community, no, path, call, work, values, initial, t },
    crumb: { href: back, label: work ? t.one.title(work.title) : '' },
    cancel: { href: back, label: t.desk.back },
    why: (word: SiteWord) => (work ? siteReason(word, work.asked, locale) : null),
    hidden: () => ({ community, locale, submission: randomUUID(), works: String(no), back: path }),
  };
}
