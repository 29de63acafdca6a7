import { DataTable } from '@/components/data/table';
import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { COMPONENTS, sumOf, type Weights } from '@/features/topics/rules/selection';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { percent } from '@/lib/quantity';
import { formatDate, formatMoment, formatNumber, pick } from '@/lib/words';
import { weighCommunities } from '../actions';
import { messages } from '../messages';
import type { Choosing } from '../queries/desk';
import type { Weighed } from '../queries/weighed';
import type { Listed } from '../rules/choosing';
import { weightsIn } from './sealing';

interface Props {
  page: Choosing;
  weights: Weights;
  many: number;
  district: string;
  locale: Locale;
}

/** By what it was asked before, the latest first, each to be seen again. */
function Log({ log, district, locale }: { log: readonly Weighed[]; district: string; locale: Locale }) {
  const t = pick(messages, locale).selection;
  if (log.length === 0) return null;
  return (
    <details>
      <summary className="tap">{t.log(log.length)}</summary>
      <ul className="entries">
        {log.map(({ id, weights, many, at, own, by }) => (
          <li key={id}>
            {t.asked(
              formatMoment(new Date(at), locale),
              own ? t.own : t.colleague(by),
              many,
              weightsIn(weights, locale),
            )}{' '}
            <a className="tap" href={`${to.office(locale, district, 'choosing')}?asked=${id}`}>
              {t.seeAgain}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The weights, to be changed, which is written down; what that changes is said. */
export function Weighting({
  page: { changes, isUsual },
  log,
  weights,
  many,
  district,
  locale,
}: Props & { log: readonly Weighed[] }) {
  const t = pick(messages, locale).selection;
  const names = (all: readonly Listed[]) =>
    all.map((one) => (locale === 'zh' ? one.nameZh : one.nameEn)).join(locale === 'zh' ? '、' : ', ');
  const { comesIn, goesOut } = changes;
  const number = { kind: 'text', inputMode: 'numeric' } as const;
  return (
    <details open={!isUsual}>
      <summary>{t.weights}</summary>
      <p>{t.logged}</p>
      <KeptForm
        id="weigh"
        action={weighCommunities}
        about={{ district }}
        fields={[
          ...COMPONENTS.map((name) => ({
            ...number,
            name,
            label: t.components[name],
            defaultValue: String(weights[name]),
          })),
          { ...number, name: 'many', label: t.many, defaultValue: String(many) },
        ]}
        submitLabel={t.again}
        ghost
        {...(!isUsual && { cancel: { href: to.office(locale, district, 'choosing'), label: t.usual } })}
        locale={locale}
      />
      <p className="crumb">{t.shares(weightsIn(weights, locale), sumOf(weights))}</p>
      {!isUsual && (
        <p role="status">
          {comesIn.length + goesOut.length === 0 && t.same(many)}
          {comesIn.length > 0 && t.comesIn(many, names(comesIn))} {goesOut.length > 0 && t.goesOut(names(goesOut))}
        </p>
      )}
      <Log log={log} district={district} locale={locale} />
    </details>
  );
}

/** Communities by index, to be ticked; those of which nothing is known apart, and not ranked. */
export function ChooseList({
  page: { ranked, unknown, uncounted },
  asked,
  many,
  district,
  locale,
}: Omit<Props, 'weights'> & { asked: number | undefined }) {
  const t = pick(messages, locale).selection;
  const tick = (of: Listed, checked: boolean) => (
    <label className="choice">
      <input type="checkbox" name="c" value={of.id} defaultChecked={checked} />
      <span>{locale === 'zh' ? of.nameZh : of.nameEn}</span>
    </label>
  );
  const without = [
    ...unknown.map((of) => ({ of, why: t.why.empty })),
    ...uncounted.map((of) => ({ of, why: t.why.none })),
  ];
  return (
    <form method="get" action={to.office(locale, district, 'cohorts', 'new')}>
      {asked !== undefined && <input type="hidden" name="asked" value={asked} />}
      {ranked.length === 0 && <Empty text={t.none} />}
      {ranked.length > 0 && (
        <DataTable
          caption={t.table}
          columns={[
            { key: 'community', label: t.choose },
            { key: 'rank', label: t.rank, numeric: true },
            { key: 'index', label: t.index, numeric: true },
            ...COMPONENTS.map((key) => ({ key, label: t.components[key], numeric: true })),
            { key: 'households', label: t.households, numeric: true },
            { key: 'day', label: t.day },
          ]}
          rows={ranked.map(({ of, index, rank, tied }) => ({
            key: String(of.id),
            cells: {
              community: tick(of, rank <= many),
              rank: tied ? t.tied(rank) : rank,
              index: (
                <>
                  {percent(index.n, index.d * 100n)}{' '}
                  <small>{t.exact(formatNumber(index.n, locale), formatNumber(index.d, locale))}</small>
                </>
              ),
              ...Object.fromEntries(COMPONENTS.map((key) => [key, of.shown[key] ?? t.few])),
              households: formatNumber(of.households, locale),
              day: of.day && formatDate(of.day, locale),
            },
          }))}
        />
      )}
      {ranked.some(({ of }) => of.day && !of.day.endsWith('-19')) && <p className="crumb">{t.otherDay}</p>}
      {without.length > 0 && (
        <Section title={t.unknown} id="unknown">
          <p className="crumb">{t.unknownLead}</p>
          <details>
            <summary>{t.unknownCount(without.length)}</summary>
            <ul className="entries">
              {without.map(({ of, why }) => (
                <li key={of.id}>
                  {tick(of, false)} <span className="tone-soft">{why}</span>
                </li>
              ))}
            </ul>
          </details>
        </Section>
      )}
      <p className="actions">
        <button className="btn" type="submit">
          {t.draft}
        </button>
      </p>
    </form>
  );
}
