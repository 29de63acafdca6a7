import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { recordCase } from '@/features/cases/actions';
import { caseFields } from '@/features/cases/components/case-fields';
import { messages } from '@/features/cases/messages';
import { caseChoices } from '@/features/cases/queries';
import { JoinFirst } from '@/features/people/components/join-first';
import { myPlace } from '@/features/people/queries/place';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const choices = await caseChoices(call, {});
  const place = choices?.home == null ? await myPlace(call, {}) : undefined;
  const t = pick(messages, locale);
  const back = to.cases(locale, community);
  return (
    <>
      <PageTitle crumb={<a href={back}>{t.list.title}</a>} title={t.record.title} lead={t.record.lead} />
      {choices?.home == null ? (
        <JoinFirst claim={place?.claim ?? null} slug={community} locale={locale} />
      ) : (
        <KeptForm
          action={recordCase}
          fields={caseFields(locale, choices, false)}
          submitLabel={t.record.submit}
          {...form}
          back={back}
          about={{ source: 'web', household: choices.home }}
        />
      )}
    </>
  );
});
