import { randomUUID } from 'node:crypto';
import { Facts } from '@/components/data/facts';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { PictureList } from '@/features/pictures/components/picture-list';
import { picturesOf } from '@/features/pictures/queries';
import { checkMilestone, reportMilestone } from '@/features/works/actions';
import { reportFields } from '@/features/works/components/fields';
import { milestoneReasons } from '@/features/works/components/steps';
import { missing } from '@/lib/missing';
import { numberFrom, type P } from '@/lib/page';
import { formatDate } from '@/lib/words';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; position: string }>) {
  const { position } = await params;
  const at = numberFrom(position) ?? 0;
  const { locale, community, path, call, work, t, crumb, initial, hidden } = await begin(
    params,
    'milestones',
    String(at),
  );
  const one = work?.milestones.find((held) => held.position === at);
  const reasons = work && milestoneReasons(work, at, locale);
  if (!one || !reasons) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const pictures = (await picturesOf(call, { subject: 'milestone', id: one.id })) ?? [];
  const { report, check, upload } = reasons;
  const about = { ...hidden(), milestone: String(at) };
  return (
    <>
      <PageTitle
        crumb={<a href={crumb.href}>{crumb.label}</a>}
        title={one.name}
        state={{ text: one.checked ? t.one.done : one.reported ? t.one.unchecked : t.one.notYet }}
      />
      <Facts
        items={[
          { key: 'planned', term: t.one.planned, value: formatDate(one.plannedOn, locale) },
          { key: 'actual', term: t.one.actual, value: one.actualOn ? formatDate(one.actualOn, locale) : '—' },
          { key: 'amount', term: t.one.amount, value: t.one.amountOf(one.actual, one.target, one.unit) },
          { key: 'note', term: t.desk.note, value: one.note || '—' },
        ]}
      />
      <Section title={t.desk.pictures} id="pictures">
        <PictureList pictures={pictures} locale={locale} />
        {upload && pictures.length < 8 && (
          <Actions>
            <ActionLink href={`${path}/pictures`} ghost>
              {t.desk.addPictures}
            </ActionLink>
          </Actions>
        )}
      </Section>
      <Section title={t.desk.reportTitle} id="report">
        <p>{t.desk.reportLead}</p>
        {report ? (
          <Notice kind="warn">
            <p>{report}</p>
          </Notice>
        ) : (
          <ActionForm
            id="report-form"
            action={reportMilestone}
            fields={reportFields(locale, one, work.today)}
            hidden={about}
            submitLabel={one.reported ? t.desk.reportAgain : t.desk.report}
            {...{ initial, locale }}
          />
        )}
      </Section>
      <Section title={t.desk.checkTitle} id="check">
        <p>{t.desk.checkLead}</p>
        {check ? (
          <Notice kind="warn">
            <p>{check}</p>
          </Notice>
        ) : (
          <ActionForm
            id="check-form"
            action={checkMilestone}
            fields={[]}
            hidden={{ ...about, submission: randomUUID() }}
            submitLabel={t.desk.check}
            locale={locale}
          />
        )}
      </Section>
    </>
  );
}
