import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatUntil, pick, roundMark } from '@/lib/words';
import { messages } from '../messages';
import type { MyToday } from '../queries';

interface Entry {
  key: string;
  href: string;
  text: string;
  note: string;
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
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What waits for a resident's word: rounds, what was written down for them, answers; each with its last moment. */
export function Waiting({ today, locale }: { today: MyToday; locale: Locale }) {
  const t = pick(messages, locale).me;
  const opinion = (one: { community: string; round: number }) =>
    to.act(locale, one.community, 'rounds', one.round, 'opinion');
  return (
    <>
      <List
        id="rounds"
        title={t.rounds}
        entries={today.rounds.map((one) => ({
          key: `${one.community}-${one.round}`,
          href: opinion(one),
          text: t.say(one.title, roundMark(one.k, locale)),
          note: t.until(formatUntil(one.closesAt, locale)),
        }))}
      />
      <List
        id="recorded"
        title={t.recorded}
        entries={today.recorded.map((one) => ({
          key: `${one.community}-${one.round}-${one.receivedAt}`,
          href: opinion(one),
          text: t.check(one.title),
          note: t.correctUntil(formatUntil(one.until, locale)),
        }))}
      />
      <List
        id="answers"
        title={t.answers}
        entries={today.answers.map((one) => ({
          key: `${one.community}-${one.wording}-${one.answeredAt}`,
          href: to.me(locale, 'objections'),
          text: t.judge(one.wording),
          note: t.answered(one.title, formatDate(one.answeredAt, locale)),
        }))}
      />
    </>
  );
}
