import { pagesOf } from '@/components/page/act-page';
import { joinFirst } from '@/features/people/components/join-first';
import { messages } from '@/features/proposals/messages';
import { ownPart } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The pages of what a resident does with a proposal. */
export const ownPage = pagesOf(['no'], async ({ locale, community, no, call, form }) => {
  const part = await ownPart(call, { no });
  if (!part) return null;
  const t = pick(messages, locale);
  const back = to.proposal(locale, community, no);
  return {
    part,
    t,
    /** What somebody who lives nowhere here has to do before an act that households do. */
    first: part.lives ? undefined : await joinFirst({ call, community, locale }),
    crumb: { href: back, label: part.title },
    cancel: { href: back, label: t.own.back },
    /** To what this household has said and done about it. */
    said: (
      <p>
        <a className="tap" href={to.act(locale, community, 'proposals', no, 'said')}>
          {t.said.title}
        </a>
      </p>
    ),
    form: { ...form, about: { proposal: no } },
  };
});
