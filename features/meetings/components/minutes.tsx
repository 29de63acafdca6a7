import type { ReactNode } from 'react';
import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { StateBadge } from '@/components/page/title';
import { messages, promiseSaid } from '@/features/meetings/messages';
import type { Corrected, Item, Promised, Told } from '@/features/meetings/queries/board';
import { whenOf } from '@/features/programmes/messages';
import type { Day } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatDate, formatMoment, pick } from '@/lib/words';

/** When and where, and what moved it or called it off. */
export function WhenAndWhere({ one, locale }: { one: Told; locale: Locale }) {
  const { board: t } = pick(messages, locale);
  return (
    <>
      <Facts
        items={[
          { key: 'when', term: t.when, value: whenOf(one, locale) },
          { key: 'where', term: t.where, value: one.place },
        ]}
      />
      {one.movedFrom && !one.cancelledAt && (
        <p>
          <StateBadge tone="ochre">{t.moved(formatMoment(one.movedFrom, locale))}</StateBadge>{' '}
          <Written>{one.moveReason}</Written>
        </p>
      )}
      {one.cancelledAt && <p>{<Written>{t.why(one.cancelReason)}</Written>}</p>}
    </>
  );
}

interface PromisesProps {
  promises: readonly Promised[];
  today: Day;
  locale: Locale;
  more?: (one: Promised) => ReactNode;
}

/** Who does what until when, and what came of it. */
function Promises({ promises, today, locale, more }: PromisesProps) {
  const { board: t } = pick(messages, locale);
  return (
    <ul className="entries">
      {promises.map((one) => (
        <li key={one.position}>
          <p>
            <Written>{promiseSaid(one, locale)}</Written>
          </p>
          {one.doneOn ? (
            <p>
              <StateBadge tone="jade">{t.done(formatDate(one.doneOn, locale))}</StateBadge>{' '}
              {one.note && <Written>{one.note}</Written>}
            </p>
          ) : (
            one.dueOn < today && (
              <p>
                <StateBadge tone="seal">{t.late}</StateBadge>
              </p>
            )
          )}
          {more?.(one)}
        </li>
      ))}
    </ul>
  );
}

interface MinutesProps {
  items: readonly Item[];
  today: Day;
  locale: Locale;
  /** Where what was talked over stands. */
  href?: (proposal: number) => string;
  morePromise?: (item: Item, one: Promised) => ReactNode;
}

/** One matter after the other: what was said, what was decided, and what was promised. */
export function Minutes({ items, today, locale, href, morePromise }: MinutesProps) {
  const { board: t } = pick(messages, locale);
  return (
    <>
      {items.map((item) => (
        <section key={item.position} id={`item-${item.position}`}>
          <h3>
            {`${item.position}. `}
            {href ? (
              <a href={href(item.proposal)}>
                <Written>{item.title}</Written>
              </a>
            ) : (
              <Written>{item.title}</Written>
            )}
          </h3>
          <Facts
            items={[
              { key: 'said', term: t.said, value: item.said },
              { key: 'decided', term: t.decided, value: item.decided },
            ]}
          />
          {item.promises.length > 0 && (
            <>
              <p>{t.promised}</p>
              <Promises
                promises={item.promises}
                today={today}
                locale={locale}
                {...(morePromise && { more: (one: Promised) => morePromise(item, one) })}
              />
            </>
          )}
          {item.changed > 0 && <p className="tone-soft">{t.changed(item.changed)}</p>}
        </section>
      ))}
    </>
  );
}

interface CorrectionsProps<C extends Omit<Corrected, 'building'>> {
  corrections: readonly C[];
  items: readonly Item[];
  locale: Locale;
  /** Whose it is, as whoever reads it may know. */
  whose: (one: C) => string;
  more?: (one: C) => ReactNode;
}

/** What those who were there want put right, and what was answered. */
export function Corrections<C extends Omit<Corrected, 'building'>>(props: CorrectionsProps<C>) {
  const { corrections, items, locale, whose, more } = props;
  const t = pick(messages, locale);
  const titleOf = (position: number) => items.find((one) => one.position === position)?.title ?? '';
  return (
    <ul className="entries">
      {corrections.map((one) => (
        <li key={one.no} id={`correction-${one.no}`}>
          <p className="crumb">{`${whose(one)} · ${t.board.onWhat(titleOf(one.position))}`}</p>
          <p>
            <Written>{one.words}</Written>
          </p>
          {one.outcome ? (
            <p>
              <StateBadge tone={one.outcome === 'adopted' ? 'jade' : 'soft'}>{t.outcomes[one.outcome]}</StateBadge>{' '}
              <Written>{one.answer}</Written>
            </p>
          ) : (
            <p>
              <StateBadge tone="ochre">{t.board.waiting}</StateBadge>
            </p>
          )}
          {more?.(one)}
        </li>
      ))}
    </ul>
  );
}

/** Whose it is on the board: a building at most. */
export function theirs(one: Corrected, locale: Locale): string {
  const { board: t } = pick(messages, locale);
  const on = formatDate(one.on, locale);
  return one.building ? t.theirsOf(one.building, on) : t.theirs(on);
}
