import { Meter } from '@/components/data/meter';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { DoorState } from '../queries';

export interface Door {
  household: number;
  door: string;
  state: DoorState;
}

const HEARD: readonly DoorState[] = ['support', 'support_if', 'oppose', 'no_view'];

export const heardAt = (doors: readonly Door[]): number => doors.filter((one) => HEARD.includes(one.state)).length;

/** How many of these doors have been heard, in words and as a bar. */
export function Coverage({ doors, locale }: { doors: readonly Door[]; locale: Locale }) {
  const label = pick(messages, locale).door.coverage(heardAt(doors), doors.length);
  return <Meter value={heardAt(doors)} max={doors.length} label={label} tone="jade" />;
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
