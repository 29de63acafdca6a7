import { Facts } from '@/components/data/facts';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages } from '@/features/shortway/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { formatDate, formatList, formatUntil, pick } from '@/lib/words';

/** A small thing, as it is proposed, or as it hangs. */
export interface Small {
  what: string;
  who: string;
  cost: number;
  most?: number | null;
  harmless: string;
  places: readonly { building: string; no: number }[];
  doneOn?: string | null;
  note?: string;
}

/** What is done, by whom, for how much, why it burdens nobody, and where the sheet hangs. */
export function SmallFacts({ small, locale }: { small: Small; locale: Locale }) {
  const t = pick(messages, locale);
  const places = small.places.map((one) => t.propose.entrance(one.building, one.no));
  return (
    <Facts
      items={[
        { key: 'what', term: t.facts.what, value: small.what },
        { key: 'who', term: t.facts.who, value: small.who },
        {
          key: 'cost',
          term: t.facts.cost,
          value: t.facts.costOf(formatMoney(small.cost), small.most ? formatMoney(small.most) : null),
        },
        { key: 'harmless', term: t.facts.harmless, value: small.harmless },
        { key: 'places', term: t.facts.places, value: formatList(places, locale) },
        ...(small.doneOn ? [{ key: 'done', term: t.facts.done, value: formatDate(small.doneOn, locale) }] : []),
        ...(small.note ? [{ key: 'note', term: t.facts.note, value: small.note }] : []),
      ]}
    />
  );
}

interface Hung extends Small {
  until: string;
  hangs: boolean;
}

/** On the page of its proposal: how long it hangs, what one can say, and the sheet for the doors. */
export function SmallThing({ small, no, slug, locale }: { small: Hung; no: number; slug: string; locale: Locale }) {
  const t = pick(messages, locale).board;
  const says = small.doneOn
    ? t.done(formatDate(small.doneOn, locale))
    : small.hangs
      ? t.hangs(formatUntil(small.until, locale))
      : t.over;
  return (
    <Section title={t.title} id="short" brief={says}>
      <p>{says}</p>
      <SmallFacts small={small} locale={locale} />
      {small.hangs && (
        <Actions>
          <ActionLink href={to.shortPoster(locale, slug, no)} ghost>
            {t.poster}
          </ActionLink>
        </Actions>
      )}
    </Section>
  );
}

interface Turned {
  small: Small;
  events: readonly { kind: string; at: string }[];
  locale: Locale;
}

/** On the page of a proposal that goes the full way: what was proposed the short way, how long it hung, and that a reason stopped it. */
export function SmallTurned({ small, events, locale }: Turned) {
  const t = pick(messages, locale).turnedBoard;
  const on = (kind: string) => {
    const at = events.filter((one) => one.kind === kind).at(-1)?.at;
    return at === undefined ? '' : formatDate(at, locale);
  };
  const says = t.says(on('short_confirmed'), on('short_turned'));
  return (
    <Section title={t.title} id="short-before" brief={says}>
      <p>{says}</p>
      <SmallFacts small={small} locale={locale} />
      <p className="crumb">{t.stays}</p>
    </Section>
  );
}

interface Reason {
  words: string;
  building: string;
  entrance: number;
}

/** For whoever names the groups: why it went from the short way to the full one, and where that household lives. */
export function ShortReason({ said, before, locale }: { said: Reason; before: string; locale: Locale }) {
  const t = pick(messages, locale);
  return (
    <Section title={t.turned} id="short-reason">
      <p>{t.turnedLead}</p>
      <Facts items={[{ key: 'said', term: t.propose.entrance(said.building, said.entrance), value: said.words }]} />
      <a className="tap" href={before}>
        {t.turnedBoard.title}
      </a>
    </Section>
  );
}
