import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { recordCase } from '@/features/cases/actions';
import { alikeSeen, caseFields } from '@/features/cases/components/case-fields';
import { messages } from '@/features/cases/messages';
import { doorCaseChoices } from '@/features/cases/queries/choices';
import { messages as opinions } from '@/features/opinions/messages';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, search }) => {
  const choices = await doorCaseChoices(call, {});
  if (!choices) return null;
  const t = pick(messages, locale).record;
  const back = to.door(locale, community);
  return (
    <>
      <PageTitle crumb={<a href={back}>{pick(opinions, locale).door.title}</a>} title={t.doorTitle} lead={t.doorLead} />
      <KeptForm
        action={recordCase}
        fields={caseFields(locale, choices, 'door')}
        submitLabel={t.submit}
        {...form}
        back={back}
        about={{ source: 'door', ...alikeSeen(search) }}
      >
        <Notice>
          <p>{t.doorOpen}</p>
        </Notice>
      </KeptForm>
    </>
  );
});
