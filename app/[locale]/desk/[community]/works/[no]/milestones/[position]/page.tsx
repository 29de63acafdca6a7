import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { PictureList } from '@/features/pictures/components/picture-list';
import { picturesOf } from '@/features/pictures/queries';
import { messages as places } from '@/features/places/messages';
import { checkMilestone, reportMilestone, returnMilestone } from '@/features/works/actions';
import { reportFields } from '@/features/works/components/fields';
import { reportShown } from '@/features/works/input';
import { showing } from '@/lib/shown';
import { formatDate, pick } from '@/lib/words';
import { milestonePage } from '../../site-page';

export default milestonePage(async ({ locale, path, call, work, one, reasons, t, crumb, form }) => {
  const pictures = (await picturesOf(call, { subject: 'milestone', id: one.id })) ?? [];
  const { report, check, back, upload } = reasons;
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
      {one.returned && (
        <Notice kind="warn">
          <p>{t.desk.returned(one.returned)}</p>
        </Notice>
      )}
      {one.inPlaces && (
        <Actions>
          <ActionLink href={`${path}/places`}>{pick(places, locale).desk.title}</ActionLink>
        </Actions>
      )}
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
          <KeptForm
            id="report-form"
            action={reportMilestone}
            fields={reportFields(locale, one, work.today)}
            {...form}
            submitLabel={one.reported ? t.desk.reportAgain : t.desk.report}
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
          <KeptForm
            id="check-form"
            action={checkMilestone}
            {...form}
            about={{ ...form.about, shown: showing(reportShown(one)) }}
            submitLabel={t.desk.check}
          />
        )}
      </Section>
      {!back && (
        <Section title={t.desk.returnTitle} id="return">
          <Undoes losses={{ reports: 1 }} locale={locale} />
          <KeptForm
            id="return-form"
            action={returnMilestone}
            fields={[{ kind: 'textarea', name: 'reason', label: t.desk.returnReason, rows: 3 }]}
            {...form}
            about={{ ...form.about, shown: showing(reportShown(one)) }}
            submitLabel={t.desk.return}
            ghost
          />
        </Section>
      )}
    </>
  );
});
