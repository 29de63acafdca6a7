import { Written } from '@/components/data/written';
import { messages } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** One act at the desk: its address, and the reason in words when it is not possible yet. */
export interface DeskStep {
  href: string;
  label: string;
  state: 'ready' | 'not_yet' | 'done';
  reason?: string;
}

const order = { ready: 0, not_yet: 1, done: 2 } as const;

/** Every act of a proposal, possible ones first; what is not possible says why. */
export function DeskSteps({ steps, locale }: { steps: readonly DeskStep[]; locale: Locale }) {
  const t = pick(messages, locale).desk;
  const words = { ready: t.ready, not_yet: t.notYet, done: t.done };
  const sorted = [...steps].sort((a, b) => order[a.state] - order[b.state]);
  return (
    <ul className="entries">
      {sorted.map((step) => (
        <li key={step.href}>
          <a className="tap" href={step.href}>
            {step.label}
          </a>{' '}
          <span className={step.state === 'not_yet' ? 'tone-soft' : 'tone-jade'}>{words[step.state]}</span>
          {step.reason && (
            <p>
              <Written>{step.reason}</Written>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
