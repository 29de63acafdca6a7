import { Facts } from '@/components/data/facts';
import { messages } from '@/features/works/messages';
import type { AcceptanceView, GroupName, PromiseView, WaveView } from '@/features/works/queries';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

type Promised = Pick<PromiseView, 'id' | 'text' | 'outcome' | 'repairOn'>;

/** What became of a promise, in words. */
export function promiseState(one: Promised, locale: Locale): string {
  const t = pick(messages, locale).commitments;
  if (one.outcome === 'accepted') return `✓ ${t.accepted}`;
  return one.outcome === 'refused' && one.repairOn ? t.refused(formatDate(one.repairOn, locale)) : t.waiting;
}

export function Promises({ promises, locale }: { promises: readonly Promised[]; locale: Locale }) {
  if (promises.length === 0) return <p>{pick(messages, locale).commitments.none}</p>;
  const items = promises.map((one) => ({ key: String(one.id), term: promiseState(one, locale), value: one.text }));
  return <Facts items={items} />;
}

export function acceptanceState(one: AcceptanceView | undefined, locale: Locale): string {
  const t = pick(messages, locale).acceptance;
  if (!one) return t.unnamed;
  if (one.outcome === 'accepted' && one.at) return t.accepted(formatDate(one.at, locale));
  return one.outcome === 'refused' && one.repairOn ? t.refused(formatDate(one.repairOn, locale)) : t.waiting;
}

interface AcceptancesProps {
  groups: readonly GroupName[];
  acceptances: readonly AcceptanceView[];
  locale: Locale;
}

/** Every group, also the one that has no delegate yet. */
export function Acceptances({ groups, acceptances, locale }: AcceptancesProps) {
  const items = groups.map((group) => ({
    key: String(group.id),
    term: group.name,
    value: acceptanceState(
      acceptances.find((one) => one.group === group.id),
      locale,
    ),
  }));
  return <Facts items={items} />;
}

/** Each wave, each group by itself: n of d, and how many did not answer. */
export function Waves({
  waves,
  groups,
  locale,
}: {
  waves: readonly WaveView[];
  groups: readonly GroupName[];
  locale: Locale;
}) {
  const t = pick(messages, locale).callbacks;
  if (waves.length === 0) return <p>{t.none}</p>;
  return waves.map((wave) => {
    const name = t.waves[wave.wave] ?? wave.wave;
    if (!wave.closedAt) return <p key={wave.wave}>{t.running(name)}</p>;
    return (
      <div key={wave.wave}>
        <h3>{`${name} · ${formatDate(wave.closedAt, locale)}`}</h3>
        <ul>
          {wave.groups.map((one) => {
            const of = groups.find(({ id }) => id === one.group)?.name ?? t.others;
            return <li key={one.group ?? 0}>{t.line(of, one.answered, one.content, one.silent)}</li>;
          })}
        </ul>
      </div>
    );
  });
}
