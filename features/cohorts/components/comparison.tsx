import { DataTable } from '@/components/data/table';
import { words } from '@/components/messages';
import { Contents, Section } from '@/components/page/section';
import { profileSaid } from '@/features/figures/components/profiles';
import { RATES, type RateName } from '@/features/figures/rules/cohort';
import { daysIn, shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatDate, formatDays, formatList, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Compared } from '../moves';
import { overBy } from '../rules/reading';
import { Origins } from './origins';

interface Props {
  cohort: Compared;
  locale: Locale;
}

type Reading = NonNullable<Compared['reading']>;
type Printed = Reading['compared']['cohort'][RateName]['pooled']['before'];

const share = (of: Printed, nothing: string) => (of ? `${of.n}/${of.d} = ${of.pct}%` : nothing);

/** Both ways of counting, of both sides, beside each other; and how far they differ. */
function rowsOf({ compared }: Reading, locale: Locale) {
  const { compare: t, rates } = pick(messages, locale);
  return RATES.flatMap((rate) => [
    ...(['cohort', 'others'] as const).flatMap((side) => {
      const { steady, mean } = compared[side][rate];
      const what = `${rates[rate]} · ${t[side]}`;
      const both = {
        steady: {
          how: t.steady,
          before: share(steady.before, t.nothing),
          after: share(steady.after, t.nothing),
          change: steady.change ?? t.nothing,
        },
        mean: {
          how: t.meanOf(mean.communities, mean.leftOut),
          before: mean.before === null ? t.nothing : `${mean.before}%`,
          after: mean.after === null ? t.nothing : `${mean.after}%`,
          change: mean.change ?? t.nothing,
        },
      };
      return Object.entries(both).map(([way, cells]) => ({ key: `${rate}-${side}-${way}`, cells: { what, ...cells } }));
    }),
    ...(['steady', 'mean'] as const).map((way) => {
      const change = compared.differenceOfDifferences[rate][way] ?? t.nothing;
      const cells = { what: `${rates[rate]} · ${t.beyond}`, how: t[way], before: '', after: '', change };
      return { key: `${rate}-beyond-${way}`, cells };
    }),
  ]);
}

/** Each community of one side by itself. */
function EachOf({ cohort: { reading, names }, side, locale }: Props & { side: 'cohort' | 'others' }) {
  const { compare: t, rates } = pick(messages, locale);
  const isFew = (community: string, period: 'before' | 'after') =>
    reading?.few.some((one) => one.community === community && one.period === period);
  const said = (of: Printed, community: string, period: 'before' | 'after') =>
    isFew(community, period) ? (
      <>
        {share(of, t.nothing)} <small>{t.fewHere}</small>
      </>
    ) : (
      share(of, t.nothing)
    );
  const all = reading?.compared.communities.filter((one) => one.cohort === (side === 'cohort')) ?? [];
  return (
    <details open={side === 'cohort'}>
      <summary>{t.sideOf(t[side], all.length)}</summary>
      <DataTable
        caption={t[side]}
        headed
        columns={[
          { key: 'community', label: t.community },
          ...RATES.flatMap((rate) => [
            { key: `${rate}-before`, label: `${rates[rate]} ${t.before}`, numeric: true },
            { key: `${rate}-after`, label: t.after, numeric: true },
            { key: `${rate}-change`, label: t.change, numeric: true },
          ]),
        ]}
        rows={all.map((one) => ({
          key: one.community,
          cells: {
            community: names[one.community]?.[locale] ?? one.community,
            ...Object.fromEntries(
              RATES.flatMap((rate) => [
                [`${rate}-before`, said(one[rate].before, one.community, 'before')],
                [`${rate}-after`, said(one[rate].after, one.community, 'after')],
                [`${rate}-change`, one[rate].change ?? t.nothing],
              ]),
            ),
          },
        }))}
      />
    </details>
  );
}

const isSent = ({ places, unsent }: Compared) => unsent.length < places.length;

/** Whether anybody was sent, and anybody asked before and after: of nobody it cannot be said that nothing fell. */
const isComparable = (cohort: Compared) =>
  isSent(cohort) && cohort.reading?.compared.communities.some((one) => RATES.some((rate) => one[rate].change !== null));

/** The parts of the page of a cohort. */
export function CohortContents({ cohort, locale }: Props) {
  const { reading, no } = cohort;
  const { compare: t, cohorts } = pick(messages, locale);
  const compared = [
    ...(isComparable(cohort)
      ? [
          { id: `worse-${no}`, title: t.worse },
          { id: `compared-${no}`, title: t.title },
          { id: `says-${no}`, title: t.says },
        ]
      : []),
    { id: `each-${no}`, title: t.each },
  ];
  const rest = [
    { id: `basis-${no}`, title: cohorts.basis },
    { id: 'places', title: cohorts.places },
  ];
  return <Contents label={words(locale).contents} items={[...(reading ? compared : []), ...rest]} />;
}

/** So many of those that fell stand open. */
const FIRST = 10;

function Fell({ all, cohort: { names, reading }, locale }: Props & { all: Reading['worse'] }) {
  const { compare: t, rates } = pick(messages, locale);
  const few = new Set(reading?.few.map(({ community, rate }) => `${community} ${rate}`));
  return (
    <ul className="entries">
      {all.map((one) => (
        <li key={`${one.community}-${one.rate}`}>
          {t.worseLine(names[one.community]?.[locale] ?? one.community, rates[one.rate], one.change)}{' '}
          <span className="tone-soft">
            {one.cohort ? t.cohort : t.others}
            {few.has(`${one.community} ${one.rate}`) && ` · ${t.fewHere}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Which communities stand on neither side, and why. */
function Neither({ cohort: { apart, unsent, unheard, names }, locale }: Props) {
  const t = pick(messages, locale).compare;
  const set = (ids: readonly number[]) =>
    formatList(
      ids.map((id) => names[String(id)]?.[locale] ?? String(id)),
      locale,
    );
  return (
    <>
      {unsent.length > 0 && <p className="crumb">{t.unsent(unsent.length, set(unsent))}</p>}
      {apart.length > 0 && <p className="crumb">{t.apart(apart.length, set(apart))}</p>}
      {unheard.length > 0 && <p className="crumb">{t.unheard(unheard.length, set(unheard))}</p>}
    </>
  );
}

/** What the two periods are not alike in, and what cannot be said of the differences. */
function Caveats({ cohort: { from, before, after }, locale }: Props) {
  const t = pick(messages, locale).compare;
  const [was, is] = [daysIn(before.from, before.to), daysIn(after.from, after.to)];
  const begun = from > before.from ? from : before.from;
  return (
    <ul className="entries">
      {begun <= before.to && <li>{t.overlaps(daysIn(begun, before.to))}</li>}
      {was !== is && <li>{t.lengths(was, is)}</li>}
      <li>{t.noInterval}</li>
    </ul>
  );
}

/** What changed: what fell first, both ways of counting, what that can tell, and each community by itself. */
export function Comparison({ cohort, locale }: Props) {
  const { compare: t, rates, says } = pick(messages, locale);
  const { inAll } = words(locale);
  const { reading, before, after, names } = cohort;
  if (!reading)
    return (
      <>
        <Origins cohort={cohort} locale={locale} />
        <p>{t.notYet}</p>
      </>
    );
  const { worse, few, verdicts } = reading;
  const nameOf = (id: string) => names[id]?.[locale] ?? id;
  const known = cohort.approvedAt === null ? 'none' : overBy(shanghaiDate(new Date(cohort.approvedAt)), after);
  const days = ({ from, to }: typeof before) => formatDays(from, to, locale);
  return (
    <>
      <Origins cohort={cohort} locale={locale} />
      <p>{t.which(days(before), days(after), known)}</p>
      {isComparable(cohort) ? (
        <>
          <Section
            title={t.worse}
            id={`worse-${cohort.no}`}
            brief={worse.length === 0 ? t.noWorse : inAll(worse.length)}
          >
            {worse.length === 0 && <p>{t.noWorse}</p>}
            <Fell all={worse.slice(0, FIRST)} cohort={cohort} locale={locale} />
            {worse.length > FIRST && (
              <details>
                <summary>{t.worseMore(worse.length - FIRST)}</summary>
                <Fell all={worse.slice(FIRST)} cohort={cohort} locale={locale} />
              </details>
            )}
          </Section>
          <Section title={t.title} id={`compared-${cohort.no}`} brief={t.beyondEach}>
            <DataTable
              caption={t.title}
              headed
              columns={[
                { key: 'what', label: t.side },
                { key: 'how', label: t.how },
                { key: 'before', label: t.before, numeric: true },
                { key: 'after', label: t.after, numeric: true },
                { key: 'change', label: t.change, numeric: true },
              ]}
              rows={rowsOf(reading, locale)}
            />
            <p className="crumb">
              {t.method} {profileSaid(cohort.profile, locale)}
            </p>
            <Neither cohort={cohort} locale={locale} />
            <Caveats cohort={cohort} locale={locale} />
          </Section>
          <Section title={t.says} id={`says-${cohort.no}`}>
            <p>{says(verdicts)}</p>
          </Section>
        </>
      ) : (
        <>
          <p>{isSent(cohort) ? t.noneYet(formatDate(after.to, locale)) : t.nobodySent}</p>
          <Neither cohort={cohort} locale={locale} />
        </>
      )}
      <Section title={t.each} id={`each-${cohort.no}`} brief={inAll(reading.compared.communities.length)}>
        <EachOf cohort={cohort} side="cohort" locale={locale} />
        <EachOf cohort={cohort} side="others" locale={locale} />
      </Section>
      {few.length > 0 && (
        <Section title={t.few} id={`few-${cohort.no}`}>
          <details>
            <summary>{t.fewCount(few.length)}</summary>
            <ul className="entries">
              {few.map((one) => (
                <li key={`${one.community}-${one.period}-${one.rate}`}>
                  {t.fewLine(nameOf(one.community), t[one.period], rates[one.rate], one.effective, one.interval)}
                </li>
              ))}
            </ul>
          </details>
        </Section>
      )}
    </>
  );
}
