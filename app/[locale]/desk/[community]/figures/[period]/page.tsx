import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { correctFigures } from '@/features/figures/actions';
import { periodFields } from '@/features/figures/components/fields';
import { messages } from '@/features/figures/messages';
import { deskFigures } from '@/features/figures/queries';
import * as to from '@/lib/addresses';
import { formatDays, pick } from '@/lib/words';

export default actPage(['period'], async ({ locale, community, period: id, call, form }) => {
  const page = await deskFigures(call, {});
  const period = page?.periods.find((one) => one.id === id);
  if (!page?.mayRecord || !period) return null;
  const { desk: t } = pick(messages, locale);
  const back = to.desk(locale, community, 'figures');
  return (
    <>
      <PageTitle
        crumb={<a href={back}>{t.title}</a>}
        title={`${t.correct} · ${formatDays(period.from, period.to, locale)}`}
        lead={t.correctLead}
      />
      <KeptForm
        action={correctFigures}
        fields={[...periodFields(locale, period), { kind: 'textarea', name: 'reason', label: t.reason, rows: 3 }]}
        about={{ corrects: id }}
        submitLabel={t.correctSubmit}
        {...form}
      />
    </>
  );
});
