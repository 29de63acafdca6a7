import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Ring } from '@/components/page/telephone';
import { PageTitle } from '@/components/page/title';
import { recordCase } from '@/features/cases/actions';
import { alikeSeen, caseFields } from '@/features/cases/components/case-fields';
import { messages } from '@/features/cases/messages';
import { caseChoices } from '@/features/cases/queries/choices';
import { joinFirst } from '@/features/people/components/join-first';
import * as to from '@/lib/addresses';
import { communityNamed } from '@/lib/site';
import { pick } from '@/lib/words';

export default actPage([], async (page) => {
  const { locale, community, call, form, search } = page;
  const choices = await caseChoices(call, {});
  const telephone = (await communityNamed(community))?.telephone;
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
          fields={caseFields(locale, choices, 'own')}
          submitLabel={t.record.submit}
          {...form}
          back={back}
          about={{ source: 'web', household: choices.home, ...alikeSeen(search) }}
        >
          <Notice>
            <p>
              {telephone ? t.record.urgent : t.record.danger}
              {telephone && <Ring className="tap" number={telephone} />}
            </p>
            <p>{t.record.open}</p>
          </Notice>
        </KeptForm>
      )}
    </>
  );
});
