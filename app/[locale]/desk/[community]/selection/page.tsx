import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Selection } from '@/features/topics/components/selection';
import { messages } from '@/features/topics/messages';
import { districtSelection } from '@/features/topics/queries/selection';
import { COMPONENTS, WEIGHTS } from '@/features/topics/rules/selection';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, person }) => {
  const page = await districtSelection(person, {});
  if (!page) return null;
  const t = pick(messages, locale).selection;
  const weights = COMPONENTS.map((name) => t.weight(t.components[name], WEIGHTS[name])).join(' + ');
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <p className="crumb">{t.formula(weights)}</p>
      <Selection page={page} locale={locale} />
    </>
  );
});
