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

/** What was done with a case, and by which office: the latest first. */
export function Course({ lines, locale, byDay = false }: { lines: readonly Line[]; locale: Locale; byDay?: boolean }) {
  const t = pick(messages, locale);
  return (
    <Timeline
      items={lines.map((one, index) => {
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
          mark: String(lines.length - index),
          title: what.filter(Boolean).join(' '),
          when: `${byDay ? formatDate(one.at, locale) : formatMoment(one.at, locale)} · ${by}`,
          done: true,
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
      })}
    />
  );
}
