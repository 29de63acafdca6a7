import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { ActionLink, Actions } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { startWorks } from '@/features/works/actions';
import * as acts from '@/features/works/acts';
import { startFields } from '@/features/works/components/fields';
import { workReason } from '@/features/works/components/steps';
import { messages } from '@/features/works/messages';
import { worksStart } from '@/features/works/queries/desk';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'proposals', no, 'works');
  const person = await requirePerson(locale, path);
  const start = await worksStart({ by: { person }, community }, { no });
  if (!start) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'proposals', no);
  const values = await keptDraft(person, path);
  const { facts } = start.asked;
  return (
    <>
      <Act
        crumb={{ href: back, label: facts.title }}
        title={t.desk.startTitle}
        lead={t.desk.startLead}
        blocked={workReason('start', whyNot(acts.startWorks, start.asked), locale)}
      >
        {start.promised.length > 0 && (
          <>
            <p>{t.one.commitments}</p>
            <ul>
              {start.promised.map((one) => (
                <li key={one.no}>
                  {one.answer} · {one.group} · {t.one.fromObjection(one.no)}
                </li>
              ))}
            </ul>
          </>
        )}
        <ActionForm
          action={startWorks}
          fields={startFields(locale)}
          hidden={{ community, locale, submission: randomUUID(), proposal: String(no), back: path }}
          initial={values ? { values } : {}}
          submitLabel={t.desk.start}
          locale={locale}
        />
      </Act>
      {facts.works && (
        <Actions>
          <ActionLink href={to.desk(locale, community, 'works', facts.works.no)}>
            {t.acts.site(facts.works.no)}
          </ActionLink>
        </Actions>
      )}
    </>
  );
}
