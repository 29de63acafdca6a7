import { Facts } from '@/components/data/facts';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Milestones, SitePictures } from '@/features/works/components/milestones';
import { Acceptances, Promises, Waves } from '@/features/works/components/promises';
import { messages } from '@/features/works/messages';
import { boardWork } from '@/features/works/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { formatMoney } from '@/lib/quantity';
import { formatDate, pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community: slug, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given);
  const work = no ? await boardWork(slug, { no }) : undefined;
  if (!work) {
    missing();
    return <Missing locale={locale} slug={slug} />;
  }
  const t = pick(messages, locale);
  const f = t.facts;
  const ahead = work.milestones.find((one) => one.actualOn === null);
  const state = work.completedAt
    ? t.finished(formatDate(work.completedAt, locale))
    : work.state === 'building'
      ? t.underWay
      : t.stopped;
  const resolution = <a href={to.resolution(locale, slug, work.resolution)}>{f.resolutionNo(work.resolution)}</a>;
  const facts = [
    { key: 'contractor', term: f.contractor, value: work.contractor },
    { key: 'budget', term: f.budget, value: f.yuan(formatMoney(work.budget)) },
    { key: 'permits', term: f.permits, value: work.permits },
    { key: 'resolution', term: f.resolution, value: resolution },
    { key: 'started', term: f.started, value: formatDate(work.startedAt, locale) },
    ...(work.completedAt ? [{ key: 'completed', term: f.completed, value: formatDate(work.completedAt, locale) }] : []),
    { key: 'warranty', term: f.warranty, value: f.months(work.warrantyMonths) },
  ];
  return (
    <>
      {work.turnsAt && <meta name="turns-at" content={work.turnsAt.toISOString()} />}
      <PageTitle
        crumb={<a href={to.proposal(locale, slug, work.proposal)}>{work.title}</a>}
        title={t.no(work.no)}
        state={{ tone: work.completedAt ? 'jade' : 'soft', text: state }}
        next={work.state === 'building' && ahead ? t.next(ahead.name, formatDate(ahead.plannedOn, locale)) : undefined}
      />
      {work.silent && (
        <Notice kind="warn">
          <p>{t.silent}</p>
        </Notice>
      )}
      <Facts items={facts} />
      <Section title={t.milestones.title} id="milestones">
        <Milestones milestones={work.milestones} locale={locale} />
      </Section>
      {work.milestones.some((one) => one.pictures.length > 0) && (
        <Section title={t.pictures} id="pictures">
          <SitePictures milestones={work.milestones} locale={locale} />
        </Section>
      )}
      <Section title={t.commitments.title} id="commitments">
        <Promises promises={work.commitments} locale={locale} />
      </Section>
      <Section title={t.acceptance.title} id="acceptance">
        <Acceptances groups={work.groups} acceptances={work.acceptances} locale={locale} />
      </Section>
      {work.completedAt && (
        <Section title={t.callbacks.title} id="callbacks">
          <p>{t.callbacks.lead}</p>
          <Waves waves={work.waves} groups={work.groups} locale={locale} />
        </Section>
      )}
    </>
  );
}
