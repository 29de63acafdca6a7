import type { ReactNode } from 'react';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { messages } from '@/features/desk/messages';
import type { DeskLife } from '@/features/desk/queries';
import { messages as proposals } from '@/features/proposals/messages';
import { rooms } from '@/features/rooms';
import * as to from '@/lib/addresses';
import type { Step } from '@/lib/desk';
import type { Locale } from '@/lib/edition';
import { formatMoment, inBoth, pick, roundMark } from '@/lib/words';

const RECENT = 6;
const ELSEWHERE = rooms.flatMap((room) => room.stepsElsewhere ?? []);
const STEPS = inBoth(
  { zh: 'zh', en: 'en' } as const,
  (locale): Readonly<Record<string, Step>> => Object.assign({}, ...rooms.map(({ steps }) => steps?.[locale])),
);
type Event = DeskLife['head']['events'][number];

/** What was done by which office and when, newest first; what is long past folded away. */
export function History({ events, slug, locale }: { events: readonly Event[]; slug: string; locale: Locale }) {
  const t = pick(messages, locale);
  const { roles, states } = pick(proposals, locale);
  const offices: Record<string, string> = { ...roles, system: t.clock };
  const told = (detail: Event['detail']) =>
    typeof detail.k === 'number' ? { ...detail, k: roundMark(detail.k, locale) } : detail;
  const linked = (event: Event, text: string): ReactNode => {
    const other = ELSEWHERE.includes(event.kind) ? (event.detail.into ?? event.detail.from) : undefined;
    return other === undefined ? text : <a href={to.desk(locale, slug, 'proposals', other)}>{text}</a>;
  };
  const line = (event: Event, key: number) => (
    <li key={key}>
      {linked(
        event,
        pick(STEPS, locale)[event.kind]?.(told(event.detail)) ?? t.stateEvent(event.to ? states[event.to] : event.kind),
      )}
      <p className="crumb">
        {[offices[event.role], formatMoment(event.at, locale)].filter(Boolean).join(' · ')}
        {event.reason && (
          <>
            <br />
            <Written>{event.reason}</Written>
          </>
        )}
      </p>
    </li>
  );
  const done = [...events].reverse();
  const earlier = done.slice(RECENT);
  return (
    <Section title={t.page.history} id="history">
      <ol className="entries">{done.slice(0, RECENT).map(line)}</ol>
      {earlier.length > 0 && (
        <details>
          <summary>{t.page.earlier(earlier.length)}</summary>
          <ol className="entries">{earlier.map(line)}</ol>
        </details>
      )}
    </Section>
  );
}
