import { type Act, pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/alternatives/messages';
import { deskComparison } from '@/features/alternatives/queries/desk';
import { messages as proposals } from '@/features/proposals/messages';
import * as to from '@/lib/addresses';
import { reasonIn } from '@/lib/reason';
import type { Refusal } from '@/lib/result';
import { pick } from '@/lib/words';

async function begin({ locale, community, no, call, form }: Act<'no'>) {
  const page = await deskComparison(call, { no });
  const t = pick(messages, locale);
  const here = to.desk(locale, community, 'proposals', no, 'alternatives');
  return (
    page && {
      ...page,
      t,
      here,
      crumb: { href: here, label: `${page.asked.facts.title} · ${t.desk.title}` },
      cancel: { href: here, label: pick(proposals, locale).desk.back },
      why: (act: keyof typeof t.room.desk, refusal: Refusal | null) => reasonIn(messages, act, refusal, locale),
      form: { ...form, about: { proposal: no } },
    }
  );
}

/** The pages of the alternatives of a proposal at the desk. */
export const comparisonPage = pagesOf(['no'], begin);

/** The page of one of them. */
export const alternativePage = pagesOf(['no', 'position'], async (act) => {
  const page = await begin(act);
  const old = page?.asked.facts.comparison?.alternatives.find((one) => one.position === act.position);
  return page && old && { ...page, old };
});
