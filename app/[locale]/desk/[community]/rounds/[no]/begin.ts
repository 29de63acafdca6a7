import { randomUUID } from 'node:crypto';
import { messages } from '@/features/rounds/messages';
import { deskRound } from '@/features/rounds/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { inWords } from '@/lib/forms';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import type { Refusal } from '@/lib/result';
import { pick, roundMark } from '@/lib/words';

/** What every address of a round at the desk begins with; `page` is undefined when it is not there for this person. */
export async function begin(params: P<{ community: string; no: string }>['params'], ...step: string[]) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'rounds', no, ...step);
  const person = await requirePerson(locale, path);
  // A step needs neither the doors nor the second looks; the page of the round has no form that was kept.
  const page = await deskRound({ by: { person }, community }, { no, doors: step.length === 0 });
  const values = step.length > 0 ? await keptDraft(person, path) : undefined;
  const t = pick(messages, locale);
  return {
    ...{ locale, community, no, path, page, t },
    crumb: {
      href: to.desk(locale, community, 'rounds', no),
      label: page?.round ? t.about(page.proposal.title, roundMark(page.round.k, locale)) : '',
    },
    why: (refusal: Refusal | null) => refusal && inWords(refusal, locale, messages).message,
    initial: values ? { values } : {},
    hidden: { community, locale, submission: randomUUID(), back: path, round: String(no) },
  };
}
