import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import type { OrderPage } from '../queries/one';
import { Course, type Told } from './course';
import { Due, latesSaid } from './due';

interface Props {
  order: OrderPage;
  /** What kind it is and how it came, in words. */
  kind: string;
  source: string;
  slug: string;
  locale: Locale;
  /** What other rooms have to do with it; what is to be done now stands before the steps. */
  also?: readonly { href: string; label: string; now: boolean }[];
  /** What another room tells of its course. */
  told?: readonly Told[];
  /** What somebody has asked of it and nobody has decided, and where that is. */
  asked?: { href: string; label: string } | null;
}

/** The first few of what can be done stand as buttons; the rest folds away. */
const FIRST = 2;

/** One case at the desk: whose it is and until when, what can be done, what it is about, and what was done. */
export function Order({ order, kind, source, slug, locale, also = [], told = [], asked }: Props) {
  const t = pick(messages, locale);
  const { standing, no } = order;
  // Who is to be rung, and what came of it, stand on one page.
  const stepAt = (step: string) =>
    to.desk(locale, slug, 'cases', no, ...(step === 'contact' && order.hasContact ? [step] : ['steps', step]));
  const ways = [
    ...also.filter(({ now }) => now),
    ...order.steps.map((step) => ({ href: stepAt(step), label: t.steps[step].act })),
  ];
  const [first, rest] = [ways.slice(0, FIRST), [...ways.slice(FIRST), ...also.filter(({ now }) => !now)]];
  const due = <Due due={standing.due} when={order.when} now={order.now} locale={locale} />;
  const unsigned = standing.state === 'dispatched' && (order.outside ? t.one.outsideUnsigned : t.one.anyone);
  const handled = order.lead && (order.handler ?? (unsigned || (order.outside && t.one.outside)));
  const items = [
    { key: 'lead', term: t.one.lead, value: order.lead ?? t.day.nobody },
    ...(handled ? [{ key: 'handler', term: t.one.handler, value: handled }] : []),
    ...(order.assists.length > 0 ? [{ key: 'assists', term: t.one.assists, value: order.assists.join('、') }] : []),
    ...(standing.due ? [{ key: 'due', term: t.one.due, value: due }] : []),
    ...(standing.repliedAt
      ? [{ key: 'answered', term: t.one.answered, value: formatMoment(standing.repliedAt, locale) }]
      : []),
    ...(standing.lates.length > 0
      ? [{ key: 'lates', term: t.one.lates, value: latesSaid(standing.lates, locale) }]
      : []),
  ];
  const about = [
    { key: 'source', term: t.one.source, value: [source, order.externalNo].filter(Boolean).join(' ') },
    {
      key: 'place',
      term: t.one.place,
      value: [order.building && t.one.building(order.building), placeIn(order.place, locale)]
        .filter(Boolean)
        .join(' · '),
    },
    ...(order.category ? [{ key: 'category', term: t.one.category, value: order.category }] : []),
    { key: 'happened', term: t.one.happened, value: formatDate(order.happenedAt, locale) },
    { key: 'received', term: t.one.received, value: formatMoment(order.receivedAt, locale) },
    ...(order.against ? [{ key: 'against', term: t.one.against, value: order.against }] : []),
    ...(order.words === null
      ? []
      : [
          { key: 'words', term: t.one.words, value: <Written>{order.words || t.one.erased}</Written> },
          {
            key: 'who',
            term: t.one.contact,
            value: [order.complainant, order.phone].filter(Boolean).join(' ') || t.one.unknown,
          },
        ]),
  ];
  const merged = order.merged.map((one) => ({
    key: `merged-${one.id}`,
    at: new Date(one.at),
    title: t.one.mergedIn(one.no),
    by: [t.offices[one.role] ?? one.role, one.name].filter(Boolean).join(' '),
    words: one.words,
  }));
  return (
    <>
      <PageTitle
        crumb={
          <>
            <a href={to.desk(locale, slug, 'cases')}>{t.day.title}</a> · {t.day.columns.no} {no}
          </>
        }
        title={order.title || kind}
        state={{ text: `${kind} · ${t.states[standing.state]}`, tone: order.when === 'overdue' ? 'seal' : 'soft' }}
      />
      <Facts items={items} />
      {standing.unknownYear !== null && <p className="crumb">{t.one.unknownYear(standing.unknownYear)}</p>}
      {asked && (
        <p>
          <a className="tap" href={asked.href}>
            {asked.label}
          </a>
        </p>
      )}
      {order.into !== null && (
        <p>
          <a className="tap" href={to.desk(locale, slug, 'cases', order.into)}>
            {t.one.merged(order.into)}
          </a>
        </p>
      )}
      {first.length > 0 ? (
        <Actions near>
          {first.map(({ href, label }, at) => (
            <ActionLink key={href} href={href} ghost={at > 0}>
              {label}
            </ActionLink>
          ))}
        </Actions>
      ) : (
        <p className="crumb">{t.one.none}</p>
      )}
      {rest.length > 0 && (
        <nav className="contents" aria-label={t.one.acts}>
          {rest.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {order.next && (
        <p>
          <a className="tap" rel="next" href={to.desk(locale, slug, 'cases', order.next.no)}>
            {t.one.next}
            <Written>{order.next.title || String(order.next.no)}</Written>
          </a>{' '}
          <span className="tone-soft">{t.one.waiting(order.next.count)}</span>
        </p>
      )}
      <Section title={t.one.matter} id="matter">
        <Facts items={about} />
        {order.words === null && <p className="crumb">{t.one.hidden}</p>}
        {order.joined > 0 && <p>{t.one.joined(order.joined)}</p>}
        {order.hasContact && (
          <Actions>
            <ActionLink href={to.desk(locale, slug, 'cases', no, 'contact')} ghost>
              {t.one.seeContact}
            </ActionLink>
          </Actions>
        )}
      </Section>
      {order.course.length + merged.length > 0 && (
        <Section title={t.one.course} id="course">
          <Course lines={order.course} also={[...told, ...merged]} locale={locale} />
        </Section>
      )}
    </>
  );
}
