import type { ReactNode } from 'react';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { messages as people } from '@/features/people/messages';
import { timeOf } from '@/features/programmes/components/guests';
import { messages as occasions } from '@/features/programmes/messages';
import { slotAt } from '@/features/programmes/rules';
import { rooms } from '@/features/rooms';
import { HomeLine } from '@/features/siteplan/components/consequence';
import { overOf } from '@/features/siteplan/rules';
import { messages as stewards } from '@/features/stewards/messages';
import { startOfPart } from '@/features/stewards/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import type { Ask, Asked } from '@/lib/room';
import { formatDate, formatMoment, formatUntil, formatWeekday, pick } from '@/lib/words';
import { messages } from '../messages';
import type { MyToday } from '../queries';

interface Entry {
  key: string;
  href: string;
  text: string;
  note: string;
  more?: ReactNode;
}

function List({ id, title, entries }: { id: string; title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <ul className="entries">
        {entries.map((one) => (
          <li key={one.key}>
            <a className="tap" href={one.href}>
              {one.text}
            </a>
            <p>
              <Written>{one.note}</Written>
            </p>
            {one.more}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What it would change for their own homes, where it can be measured: the nearest and the way, before one has opened it. */
function Measured({ one, which, locale }: { one: Asked; which?: (which: number) => string; locale: Locale }) {
  const { home: named } = pick(people, locale);
  return (one.drawn ?? []).flatMap(({ which: no, over, homes }) => {
    const drawn = over && overOf(over);
    if (!drawn) return [];
    return homes.map((home) => {
      const name = named(home.building, home.entrance, home.door);
      return (
        <HomeLine
          key={`${no} ${name}`}
          over={drawn}
          version={which?.(no) ?? no}
          home={home}
          most={2}
          title={homes.length > 1 ? name : undefined}
          locale={locale}
        />
      );
    });
  });
}

/** What rooms ask of a household, of one kind: each leads to the act. */
function AskedFor({ kind, today, locale }: { kind: Ask['kind']; today: MyToday; locale: Locale }) {
  const entries = rooms
    .flatMap(({ asks = [] }) => asks.filter((ask) => ask.kind === kind))
    .flatMap(({ act, leads, words }) => {
      const { text, note, which } = pick(words, locale);
      return (today.asked[act] ?? []).map((one) => {
        const when = one.until ? formatUntil(one.until, locale) : formatDate(one.since ?? '', locale);
        const href = leads({ ...one, locale });
        const key = `${act} ${href}`;
        const more = <Measured key={key} one={one} {...(which && { which })} locale={locale} />;
        return { key, href, text: text(one), note: note(when), more };
      });
    });
  return <List id={`asked-${kind}`} title={pick(messages, locale).me.asked[kind]} entries={entries} />;
}

/** When it begins for them: at their slot, where they have one. */
const beginOf = (one: MyToday['occasions'][number]): Date =>
  one.slotMinutes === null || one.waiting
    ? new Date(one.startsAt)
    : slotAt({ startsAt: new Date(one.startsAt), slotMinutes: one.slotMinutes }, one.slot);

/** What waits for a resident's word: what they are asked, what was written down for them, dates; each with its last moment. */
export function Waiting({ today, locale }: { today: MyToday; locale: Locale }) {
  const t = pick(messages, locale).me;
  const { parts } = pick(stewards, locale);
  const programmes = pick(occasions, locale);
  const opinion = (one: { community: string; round: number }) =>
    to.act(locale, one.community, 'rounds', one.round, 'opinion');
  const word = (one: { community: string; proposal: number }) =>
    to.act(locale, one.community, 'proposals', one.proposal, 'alternatives');
  return (
    <>
      <AskedFor kind="word" today={today} locale={locale} />
      <List
        id="recorded"
        title={t.recorded}
        entries={today.recorded.map(({ round, ...one }) => ({
          key: `${one.community}-${round ?? 'alternatives'}-${one.receivedAt}`,
          href: round === null ? word(one) : opinion({ ...one, round }),
          text: t.check(one.title),
          note: t.correctUntil(formatUntil(one.until, locale)),
        }))}
      />
      <AskedFor kind="answer" today={today} locale={locale} />
      <AskedFor kind="result" today={today} locale={locale} />
      <List
        id="dates"
        title={t.dates}
        entries={[
          ...today.meetings.map((one) => ({
            at: new Date(one.startsAt),
            key: `${one.community}-meeting-${one.no}`,
            href: to.act(locale, one.community, 'meetings', one.no),
            text: t.meet(one.title),
            note: `${formatMoment(one.startsAt, locale)} · ${one.place}`,
          })),
          ...today.occasions.map((one) => ({
            at: new Date(one.startsAt),
            key: `${one.community}-occasion-${one.no}`,
            href: to.act(locale, one.community, 'occasions', one.no),
            text: one.title,
            note: [
              one.waiting && one.slotMinutes === null && programmes.me.waiting,
              one.waiting && one.slotMinutes !== null && programmes.act.wantsAt(timeOf(one, one)),
              formatMoment(beginOf(one), locale),
              one.place,
            ]
              .filter(Boolean)
              .join(' · '),
          })),
          ...today.turns.map((one) => ({
            at: startOfPart(one),
            key: `${one.community}-turn-${one.day}-${one.part}`,
            href: to.me(locale, 'service'),
            text: t.turn(`${formatWeekday(one.day, locale)} ${parts[one.part]}`),
            note: t.turnNote,
          })),
        ].sort((a, b) => Number(a.at) - Number(b.at))}
      />
    </>
  );
}
