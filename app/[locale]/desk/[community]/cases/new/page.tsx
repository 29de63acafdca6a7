import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { recordCase } from '@/features/cases/actions';
import { alikeSeen, caseFields } from '@/features/cases/components/case-fields';
import { messages } from '@/features/cases/messages';
import { deskCaseChoices } from '@/features/cases/queries/choices';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, search }) => {
  const choices = await deskCaseChoices(call, {});
  if (!choices) return null;
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'cases');
  return (
    <>
      <PageTitle crumb={<a href={back}>{t.list.title}</a>} title={t.record.deskTitle} />
      <KeptForm
        action={recordCase}
        fields={caseFields(locale, choices, 'desk')}
        submitLabel={t.record.submit}
        {...form}
        back={back}
        about={alikeSeen(search)}
      />
    </>
  );
});
