import { DataTable, type Row } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { Undoes } from '@/components/page/undoes';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatDate, formatDays, pick } from '@/lib/words';
import { approveCohort, publishCohort, withdrawCohort } from '../actions';
import { messages } from '../messages';
import type { CohortPage } from '../queries/desk';

interface Props {
  cohort: CohortPage;
  district: string;
  may: boolean;
  locale: Locale;
}

/** How far it has come. */
export function stateOf(of: { published: boolean; approved: boolean; withdrawn: boolean }) {
  if (of.withdrawn) return 'withdrawn';
  return of.published ? 'published' : of.approved ? 'approved' : 'drafted';
}

/** A draft that came to nothing, and the way to another one from what was chosen. */
function Withdrawn({ cohort, why, district, may, locale }: Props & { why: NonNullable<CohortPage['withdrawn']> }) {
  const t = pick(messages, locale).cohorts;
  const chosen = cohort.places.map(({ id }) => `&c=${id}`).join('');
  return (
    <Notice kind="warn" title={t.withdrawnOn(formatDate(new Date(why.at), locale))}>
      <p>
        <Written>{why.reason}</Written>
      </p>
      {may && (
        <p>
          <a className="tap" href={`${to.office(locale, district, 'cohorts', 'new')}?of=${cohort.no}${chosen}`}>
            {t.anew}
          </a>
        </p>
      )}
    </Notice>
  );
}

/** To take a draft back, for a reason. */
function Withdraw({ cohort, district, locale }: Props) {
  const t = pick(messages, locale).cohorts;
  return (
    <Section title={t.withdraw} id="withdraw">
      <p>{t.withdrawLead}</p>
      {!cohort.ownDraft && <Undoes losses={{ chosen: cohort.places.length }} locale={locale} />}
      <KeptForm
        id="withdrawn"
        action={withdrawCohort}
        about={{ district, cohort: cohort.id }}
        fields={[{ kind: 'textarea', name: 'reason', label: t.withdrawWhy, rows: 2 }]}
        submitLabel={t.withdrawSubmit}
        locale={locale}
        danger
      />
    </Section>
  );
}

/** The next step of a cohort, for whoever may take it. */
export function NextStep(props: Props) {
  const { cohort, district, may, locale } = props;
  const t = pick(messages, locale).cohorts;
  if (cohort.withdrawn) return <Withdrawn {...props} why={cohort.withdrawn} />;
  if (!may || cohort.published) return null;
  const about = { district, cohort: cohort.id };
  const { title, lead, form } = cohort.approvedAt
    ? {
        title: t.publishTitle,
        lead: t.publishLead,
        form: <KeptForm id="publish" action={publishCohort} about={about} submitLabel={t.publish} locale={locale} />,
      }
    : {
        title: t.approveTitle,
        lead: t.approveLead,
        form: cohort.ownDraft ? (
          <p>
            <b>{t.own}</b>
          </p>
        ) : (
          <KeptForm id="approve" action={approveCohort} about={about} submitLabel={t.approve} locale={locale} />
        ),
      };
  return (
    <>
      <Section title={title} id="next">
        <p>{lead}</p>
        {form}
      </Section>
      {!cohort.approvedAt && <Withdraw {...props} />}
    </>
  );
}

function PlaceName({ place, locale }: { place: CohortPage['places'][number]; locale: Locale }) {
  return (
    <a className="tap" href={to.community(locale, place.slug)}>
      {locale === 'zh' ? place.nameZh : place.nameEn}
    </a>
  );
}

/** In what term, and each time it became longer or shorter, with the reason. */
function Days({ one, now, locale }: { one: CohortPage['posted'][number]; now: Date; locale: Locale }) {
  const t = pick(messages, locale).cohorts;
  const days = formatDays(one.from, one.to, locale);
  return (
    <>
      {one.never
        ? t.never(formatDate(one.from, locale))
        : [days, ...(one.over ? [t.ended] : one.from > shanghaiDate(now) ? [t.toCome] : [])].join(' · ')}
      {one.changes.map(({ kind, at, to: until, reason }) => (
        <small key={at}>
          <Written>{t.changes[kind](formatDate(kind === 'recalled' ? at : until, locale), reason)}</Written>
        </small>
      ))}
    </>
  );
}

/** That nobody was sent there; and in what days somebody else serves there, so that nobody can be. */
function Nobody({ of, cohort, locale }: { of: number; cohort: CohortPage; locale: Locale }) {
  const t = pick(messages, locale).cohorts;
  return (
    <>
      {t.nobodySent}
      {cohort.taken
        .filter(({ community }) => community === of)
        .flatMap(({ days }) => days)
        .map(({ from, to: until }) => (
          <small key={from}>{t.taken(formatDays(from, until, locale))}</small>
        ))}
    </>
  );
}

/** Who was sent to one of them, one after the other; or that nobody was. */
function rowsOf(place: CohortPage['places'][number], { cohort, district, may, locale }: Props): Row[] {
  const t = pick(messages, locale).cohorts;
  const at = (...rest: (string | number)[]) => to.office(locale, district, 'cohorts', cohort.no, ...rest);
  const posted = cohort.posted.filter(({ community }) => community === place.id);
  const ended = cohort.to < shanghaiDate(cohort.now);
  const free = ended ? posted.length === 0 : posted.every(({ over }) => over);
  const send = may && cohort.approvedAt && free && (
    <a className="tap" href={at('sending', place.id)}>
      {ended ? t.late : t.send}
    </a>
  );
  const named = { place: <PlaceName place={place} locale={locale} /> };
  if (posted.length === 0)
    return [
      {
        key: String(place.id),
        cells: { ...named, who: <Nobody of={place.id} cohort={cohort} locale={locale} />, days: '', act: send },
      },
    ];
  return posted.map((one) => ({
    key: `${place.id}-${one.term}`,
    cells: {
      ...named,
      who: [one.name, one.unit].join(' · '),
      days: <Days one={one} now={cohort.now} locale={locale} />,
      act: one.over ? send : may && <a href={at('terms', place.id, one.term)}>{t.change}</a>,
    },
  }));
}

/** Its communities, with who was sent there. */
export function Places({ cohort, district, may, locale }: Props) {
  const t = pick(messages, locale).cohorts;
  return (
    <Section title={t.places} id="places">
      <DataTable
        caption={t.places}
        headed
        columns={[
          { key: 'place', label: t.place },
          { key: 'who', label: t.sent },
          { key: 'days', label: t.days },
          ...(may ? [{ key: 'act', label: t.act }] : []),
        ]}
        rows={cohort.places.flatMap((place) => rowsOf(place, { cohort, district, may, locale }))}
      />
    </Section>
  );
}
