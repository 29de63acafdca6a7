import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { recordCase } from '@/features/cases/actions';
import { caseFields } from '@/features/cases/components/case-fields';
import { messages } from '@/features/cases/messages';
import { caseChoices } from '@/features/cases/queries/choices';
import { joinFirst } from '@/features/people/components/join-first';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async (page) => {
  const { locale, community, call, form } = page;
  const choices = await caseChoices(call, {});
  const t = pick(messages, locale);
  const back = to.cases(locale, community);
  return (
    <>
      <PageTitle crumb={<a href={back}>{t.list.title}</a>} title={t.record.title} lead={t.record.lead} />
      {choices?.home == null ? (
        await joinFirst(page)
      ) : (
        <KeptForm
          action={recordCase}
          fields={caseFields(locale, choices, false)}
          submitLabel={t.record.submit}
          {...form}
          back={back}
          about={{ source: 'web', household: choices.home }}
        >
          <Notice>
            <p>{t.record.open}</p>
          </Notice>
        </KeptForm>
      )}
    </>
  );
});
