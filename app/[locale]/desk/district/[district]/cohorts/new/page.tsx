import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Draft } from '@/features/cohorts/components/draft';
import { messages } from '@/features/cohorts/messages';
import { choosing } from '@/features/cohorts/queries/desk';
import { weighed } from '@/features/cohorts/queries/weighed';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, params, search, every }) => {
  const district = params.district ?? '';
  const by = await weighed(person, { district, asked: numberFrom(search.asked ?? '') });
  if (!by) return null;
  const chosen = new Set(every('c').flatMap((one) => numberFrom(one) ?? []));
  const page = await choosing(person, {
    district,
    weights: by.weights,
    many: Math.max(1, chosen.size),
    again: numberFrom(search.of ?? ''),
  });
  if (!page) return null;
  const t = pick(messages, locale).draft;
  const weights = page.withdrawn?.weights ?? by.weights;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead(chosen.size)} />
      <Draft {...page} weights={weights} chosen={chosen} district={district} locale={locale} />
    </>
  );
});
