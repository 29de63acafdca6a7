import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { planProgramme } from '@/features/programmes/actions';
import { planFields } from '@/features/programmes/components/fields';
import { messages } from '@/features/programmes/messages';
import { deskProgrammes } from '@/features/programmes/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  if (!(await deskProgrammes(call, { over: false, after: null }))) return null;
  const { desk: t } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.desk(locale, community, 'programmes')}>{t.title}</a>} title={t.new} />
      <KeptForm {...form} action={planProgramme} fields={planFields(locale)} submitLabel={t.submit} />
    </>
  );
});
