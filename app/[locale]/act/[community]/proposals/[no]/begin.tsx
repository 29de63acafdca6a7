import { randomUUID } from 'node:crypto';
import { JoinFirst } from '@/features/people/components/join-first';
import { myPlace } from '@/features/people/queries/place';
import { messages } from '@/features/proposals/messages';
import { ownPart } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import type { FormState } from '@/lib/form-state';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

/** What every address of a resident's act on a proposal begins with; `part` is undefined when there is no such one. */
export async function begin(params: P<{ community: string; no: string }>['params'], act: string) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.act(locale, community, 'proposals', no, act);
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  const part = await ownPart(call, { no });
  const place = part && !part.lives ? await myPlace(call, {}) : undefined;
  const values = await keptDraft(person, path);
  const initial: FormState = values ? { values } : {};
  const back = to.proposal(locale, community, no);
  return {
    ...{ locale, community, no, part, initial },
    t: pick(messages, locale),
    /** What somebody who lives nowhere here has to do before an act that households do. */
    first: place && !place.lives ? <JoinFirst claim={place.claim} slug={community} locale={locale} /> : undefined,
    crumb: { href: back, label: part?.title ?? '' },
    cancel: { href: back, label: pick(messages, locale).own.back },
    hidden: { community, locale, submission: randomUUID(), proposal: String(no), back: path },
  };
}
