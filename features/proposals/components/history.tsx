import { Timeline } from '@/components/data/timeline';
import type { ProposalState } from '@/db/schema/proposals';
import { messages } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';

interface Event {
  kind: string;
  to: ProposalState | null;
  role: string;
  reason: string;
  at: Date;
}

/** What happened to a proposal, oldest first: what, in what role, why. */
export function History({ events, locale }: { events: readonly Event[]; locale: Locale }) {
  const t = pick(messages, locale);
  const roles = t.roles as Record<string, string>;
  const items = events.map((event, index) => ({
    key: String(index),
    mark: String(index + 1),
    title: t.events[event.kind] ?? (event.to ? t.states[event.to] : event.kind),
    when: [formatMoment(event.at, locale), roles[event.role]].filter(Boolean).join(' · '),
    done: true,
    children: event.reason ? <p>{event.reason}</p> : undefined,
  }));
  return <Timeline items={items} />;
}
