import { Timeline } from '@/components/data/timeline';
import { Written } from '@/components/data/written';
import type { Locale } from '@/lib/edition';
import { formatDate, formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import type { CaseStep } from '../rules';

interface Line {
  id: number;
  step: CaseStep;
  role: string;
  name?: string | null;
  words: string;
  agency: string | null;
  handler?: string | null;
  ground: string | null;
  beyond: boolean;
  until: Date | null;
  into: number | null;
  reached: boolean | null;
  at: Date;
}

/** What another room tells of it; a step written down at the same moment is told by it. */
export interface Told {
  key: string;
  at: Date;
  title: string;
  by: string | null;
  words: string;
}

interface Props {
  lines: readonly Line[];
  also?: readonly Told[];
  locale: Locale;
  byDay?: boolean;
}

/** What was done with a case, and by which office: the latest first. */
export function Course({ lines, also = [], locale, byDay = false }: Props) {
  const t = pick(messages, locale);
  const when = (at: Date, by: string) =>
    [byDay ? formatDate(at, locale) : formatMoment(at, locale), by].filter(Boolean).join(' · ');
  const isTold = ({ step, at }: Line) => step === 'evaluate' && also.some((one) => one.at.getTime() === at.getTime());
  const steps = lines
    .filter((one) => !isTold(one))
    .map((one) => {
      const what = [
        t.steps[one.step].done,
        one.agency,
        one.handler,
        one.into === null ? null : String(one.into),
        one.until && formatMoment(one.until, locale),
        one.reached === null ? null : one.reached ? t.one.reached : t.one.notReached,
      ];
      const ground = one.ground && (one.beyond ? t.form.beyond(one.ground) : one.ground);
      const by = [t.offices[one.role] ?? one.role, one.name].filter(Boolean).join(' ');
      return {
        key: String(one.id),
        at: one.at,
        title: what.filter(Boolean).join(' '),
        when: when(one.at, by),
        children: (ground || one.words) && (
          <>
            {ground && <p>{ground}</p>}
            {one.words && (
              <p>
                <Written>{one.words}</Written>
              </p>
            )}
          </>
        ),
      };
    });
  const told = also.map((one) => ({
    key: one.key,
    at: one.at,
    title: one.title,
    when: when(one.at, one.by ?? ''),
    children: one.words && (
      <p>
        <Written>{one.words}</Written>
      </p>
    ),
  }));
  const all = [...steps, ...told].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Timeline
      items={all.map(({ at: _, ...one }, index) => ({ ...one, mark: String(all.length - index), done: true }))}
    />
  );
}
