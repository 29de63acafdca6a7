import { Written } from '@/components/data/written';
import { Done } from '@/components/page/notice';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/in-words';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { TickedCases, TickedStep } from '../queries/ticked';

/** What one does with many, as it stands on its button. */
export function tickedWords(step: TickedStep, locale: Locale): string {
  const t = pick(messages, locale);
  if (step === 'dispatch') return t.day.dispatchTicked;
  return step === 'assign' ? t.day.assignTicked : t.day.together(t.steps[step].act);
}

interface Props {
  step: TickedStep;
  count: number;
  /** Those that were ticked and could not go along, as they stand now. */
  left: TickedCases | undefined;
  locale: Locale;
}

/** What was just done with many: so many, and which of those ticked were not, with why. */
export function Did({ step, count, left, locale }: Props) {
  const { day: t } = pick(messages, locale);
  const lines = [...(left?.unfit ?? []), ...(left?.fit ?? []).map((one) => ({ ...one, block: null }))];
  return (
    <Done title={t.did(tickedWords(step, locale), count)}>
      {lines.length > 0 && (
        <>
          <p>{t.notDone(lines.length)}</p>
          <ul>
            {lines.map((one) => (
              <li key={one.no}>
                {one.no} <Written>{one.title}</Written>:{' '}
                {one.block ? inWords(one.block, locale, messages).message : t.nowFit}
              </li>
            ))}
          </ul>
        </>
      )}
    </Done>
  );
}
