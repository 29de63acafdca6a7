import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { PageTitle } from '@/components/page/title';
import { recordCase } from '@/features/cases/actions';
import { caseFields } from '@/features/cases/components/case-fields';
import { messages } from '@/features/cases/messages';
import { caseChoices } from '@/features/cases/queries';
import { JoinFirst } from '@/features/people/components/join-first';
import { myPlace } from '@/features/people/queries/place';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { localeFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const path = to.act(locale, community, 'cases', 'new');
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  const choices = await caseChoices(call, {});
  const place = choices?.home == null ? await myPlace(call, {}) : undefined;
  const values = await keptDraft(person, path);
  const t = pick(messages, locale);
  const back = to.cases(locale, community);
  return (
    <>
      <PageTitle crumb={<a href={back}>{t.list.title}</a>} title={t.record.title} lead={t.record.lead} />
      {choices?.home == null ? (
        <JoinFirst claim={place?.claim ?? null} slug={community} locale={locale} />
      ) : (
        <ActionForm
          action={recordCase}
          fields={caseFields(locale, choices, false)}
          submitLabel={t.record.submit}
          hidden={{
            ...{ community, locale, back },
            source: 'web',
            household: String(choices.home),
            submission: randomUUID(),
          }}
          initial={values ? { values } : {}}
          locale={locale}
        />
      )}
    </>
  );
}
