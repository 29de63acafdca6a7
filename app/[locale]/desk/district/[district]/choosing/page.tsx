import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { ChooseList, Weighting } from '@/features/cohorts/components/choosing';
import { messages } from '@/features/cohorts/messages';
import { choosing } from '@/features/cohorts/queries/desk';
import { weighed } from '@/features/cohorts/queries/weighed';
import { WhatCounts } from '@/features/topics/components/counted';
import { COMPONENTS, sumOf } from '@/features/topics/rules/selection';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, params, search }) => {
  const district = params.district ?? '';
  const asked = numberFrom(search.asked ?? '');
  const by = await weighed(person, { district, asked, many: numberFrom(search.many ?? '') });
  const page = by && (await choosing(person, { district, ...by }));
  if (!by || !page) return null;
  const { weights, many, log } = by;
  const t = pick(messages, locale).selection;
  const said = COMPONENTS.map((name) => t.weight(t.components[name], weights[name])).join(' + ');
  const about = { page, many, district, locale };
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <p className="crumb">{t.formula(said, sumOf(weights))}</p>
      <WhatCounts locale={locale} />
      <Weighting {...about} weights={weights} log={log} />
      <ChooseList {...about} asked={asked} />
    </>
  );
});
