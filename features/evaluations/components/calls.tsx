import { Timeline } from '@/components/data/timeline';
import { Written } from '@/components/data/written';
import { Notice } from '@/components/page/notice';
import type { Told } from '@/features/orders/components/course';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import type { OwnCall } from '../queries/mine';

interface Line extends Omit<OwnCall, 'at' | 'concludes'> {
  at: Date | string;
  caller?: string | null;
  concludes?: boolean;
}

/** What was said in one call, in a line. */
export function saidIn(call: Omit<Line, 'id' | 'at' | 'words'>, locale: Locale): string {
  const t = pick(messages, locale);
  if (call.outcome !== 'answered') return t.outcomes[call.outcome];
  const said = [
    call.resolved && t.resolved[call.resolved],
    call.satisfaction ? t.satisfaction[call.satisfaction] : t.unsaid,
    call.contacted === null ? null : t.contacted(call.contacted),
  ];
  return said.filter(Boolean).join(locale === 'zh' ? '，' : ', ');
}

/** Calls among what was done with a case. */
export function callsTold(calls: readonly Line[], locale: Locale): Told[] {
  const { call } = pick(messages, locale);
  const gap = locale === 'zh' ? '：' : ': ';
  return calls.map((one) => ({
    key: `call-${one.id}`,
    at: new Date(one.at),
    title: `${call.title}${gap}${saidIn(one, locale)}`,
    by: one.caller ?? null,
    words: one.words,
  }));
}

/** What came of the last call that ended it, for whoever was called. */
export function OwnResult({ calls, locale }: { calls: readonly OwnCall[]; locale: Locale }) {
  const t = pick(messages, locale);
  const last = calls.find(({ concludes }) => concludes);
  if (!last) return null;
  return (
    <Notice title={t.mine.title}>
      <p>
        <b>{saidIn(last, locale)}</b>
      </p>
      {last.words && (
        <p>
          <Written>{last.words}</Written>
        </p>
      )}
      <p>{t.mine.lead}</p>
    </Notice>
  );
}

/** Calls, the latest first. */
export function Calls({ calls, locale }: { calls: readonly Line[]; locale: Locale }) {
  const t = pick(messages, locale).call;
  return (
    <Timeline
      items={calls.map((call, index) => ({
        key: String(call.id),
        mark: String(calls.length - index),
        title: saidIn(call, locale),
        when: [formatMoment(call.at, locale), call.caller, call.concludes && t.concluded].filter(Boolean).join(' · '),
        done: true,
        children: call.words && (
          <p>
            <Written>{call.words}</Written>
          </p>
        ),
      }))}
    />
  );
}
