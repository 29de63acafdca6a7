import { Meter } from '@/components/data/meter';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { DoorState, Progress } from '../rules';

export interface Door {
  household: number;
  door: string;
  state: DoorState;
}

/** At how many of these doors somebody knocked, was met, was heard: in words, and how far round as a bar. */
export function Coverage({ progress, locale }: { progress: Progress; locale: Locale }) {
  const t = pick(messages, locale).door;
  return (
    <>
      <p>{t.progress(progress)}</p>
      <Meter value={progress.knocked} max={progress.households} label={t.coverage(progress)} />
    </>
  );
}

const TONES: Partial<Record<DoorState, string>> = {
  support: 'tile tile-jade',
  support_if: 'tile tile-ochre',
  oppose: 'tile tile-seal',
};

/** The doors of an entrance as they hang: number, and what stands there. */
export function Doors(props: { doors: readonly Door[]; slug: string; round: number; locale: Locale; here?: number }) {
  const { doors, slug, round, locale, here } = props;
  const t = pick(messages, locale);
  return (
    <ul className="tiles">
      {doors.map((one) => (
        <li key={one.household}>
          <a
            className={TONES[one.state] ?? 'tile'}
            href={to.door(locale, slug, 'rounds', round, 'households', one.household)}
            aria-current={one.household === here ? 'page' : undefined}
          >
            <b>{one.door}</b>
            <span>{t.doors[one.state]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
