import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { labelOf } from '@/features/blanks/rules';
import { messages as orders } from '@/features/orders/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/in-words';
import { formatMoment, pick } from '@/lib/words';
import { approveExport, refuseExport } from '../actions';
import { messages } from '../messages';
import type { ExportView } from '../queries/page';

const standing = (one: ExportView, locale: Locale): string => {
  const t = pick(messages, locale).one;
  if (one.verdict === 'refused') return t.refused;
  if (one.waits) return t.waits;
  return one.until ? t.until(formatMoment(one.until, locale)) : '';
};

/** What was taken out, the latest first: by whom, what for, how many rows. */
export function Exports({ exports: all, slug, locale }: { exports: ExportView[]; slug: string; locale: Locale }) {
  const t = pick(messages, locale);
  if (all.length === 0) return <Empty text={t.list.none} />;
  return (
    <ul className="entries">
      {all.map((one) => (
        <li key={one.no}>
          <a className="tap" href={to.desk(locale, slug, 'exports', one.no)}>
            {t.one.no(one.no)} <Written>{one.purpose}</Written>
          </a>
          <p className="tone-soft">
            {[
              t.what[one.what],
              t.one.count(one.rows),
              one.personal && t.one.personal,
              one.askedBy ?? t.one.line,
              formatMoment(one.askedAt, locale),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Which sheet it fills in, with which columns, and which stay empty. */
function blankFacts(
  { no, name, of, columns, chosen }: NonNullable<ExportView['blank']>,
  { slug, locale }: { slug: string; locale: Locale },
) {
  const t = pick(messages, locale).blank;
  const listed = (all: typeof columns) => (all.length === 0 ? t.none : all.map(labelOf).join(t.and));
  const filled = columns.filter(({ at }) => chosen[at]);
  return [
    {
      key: 'blank',
      term: t.which,
      value: (
        <a href={`${to.desk(locale, slug, 'blanks', no)}?of=${of}`}>
          <Written>{name}</Written>
        </a>
      ),
    },
    { key: 'filled', term: t.filled, value: listed(filled) },
    { key: 'empty', term: t.empty, value: listed(columns.filter(({ at }) => !chosen[at])) },
  ];
}

interface Props {
  one: ExportView;
  slug: string;
  locale: Locale;
}

/** One of them: to save it for whoever asked, to agree or not for somebody else. */
export function ExportAlone({ one, slug, locale }: Props) {
  const t = pick(messages, locale);
  const roles = pick(orders, locale).offices;
  const form = { community: slug, locale };
  const by = (name: string | null, at: Date) => [name, formatMoment(at, locale)].filter(Boolean).join(' · ');
  const kind = one.what !== 'figures' ? [one.personal ? t.one.personal : t.one.plain] : [];
  return (
    <>
      <Facts
        items={[
          { key: 'what', term: t.one.what, value: [t.what[one.what], ...kind].join(' · ') },
          ...(one.blank ? blankFacts(one.blank, { slug, locale }) : []),
          { key: 'rows', term: t.one.rows, value: t.one.count(one.rows) },
          { key: 'purpose', term: t.one.purpose, value: one.purpose },
          {
            key: 'asked',
            term: t.one.asked,
            value: by(one.askedBy ? `${one.askedBy} · ${roles[one.role] ?? one.role}` : t.one.line, one.askedAt),
          },
          ...(one.decidedAt ? [{ key: 'decided', term: t.one.decided, value: by(one.decidedBy, one.decidedAt) }] : []),
          ...(one.reason ? [{ key: 'reason', term: t.one.reason, value: one.reason }] : []),
        ]}
      />
      {one.own && <p>{one.until && !one.mayTake ? t.one.over : standing(one, locale)}</p>}
      {one.mayTake && (
        <Actions>
          <ActionLink href={to.exported(locale, slug, one.no)}>{t.one.take}</ActionLink>
        </Actions>
      )}
      {!one.own && !one.waits && <p className="crumb">{t.one.elsewhere}</p>}
      {one.waits && !one.own && one.block && <p>{inWords(one.block, locale, messages).message}</p>}
      {one.block === null && (
        <>
          <Section title={t.one.approve} id="approve">
            <p>{t.one.approveLead}</p>
            <KeptForm
              {...form}
              id="approve-form"
              action={approveExport}
              about={{ export: one.no }}
              submitLabel={t.one.approve}
            />
          </Section>
          <Section title={t.one.refuse} id="refuse">
            <KeptForm
              {...form}
              id="refuse-form"
              action={refuseExport}
              about={{ export: one.no }}
              fields={[{ kind: 'textarea', name: 'reason', label: t.one.reason, rows: 3 }]}
              submitLabel={t.one.refuse}
              ghost
            />
          </Section>
        </>
      )}
    </>
  );
}
