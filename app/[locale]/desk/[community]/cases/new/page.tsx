import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { recordCase } from '@/features/cases/actions';
import { caseFields } from '@/features/cases/components/case-fields';
import { messages } from '@/features/cases/messages';
import { deskCaseChoices } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const path = to.desk(locale, community, 'cases', 'new');
  const person = await requirePerson(locale, path);
  const choices = await deskCaseChoices({ by: { person }, community }, {});
  if (!choices) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const values = await keptDraft(person, path);
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'cases');
  return (
    <>
      <PageTitle crumb={<a href={back}>{t.list.title}</a>} title={t.record.deskTitle} />
      <ActionForm
        action={recordCase}
        fields={caseFields(locale, choices, true)}
        submitLabel={t.record.submit}
        hidden={{ community, locale, back, submission: randomUUID() }}
        initial={values ? { values } : {}}
        locale={locale}
      />
    </>
  );
}
