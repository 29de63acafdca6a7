import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick, roundMark } from '@/lib/words';
import { messages } from '../messages';
import type { roundsToo } from '../queries/household';

type Round = NonNullable<Awaited<ReturnType<typeof roundsToo>>>[number];

/** Rounds in which a household has not been heard, to ask at the same door. */
export function RoundsToo({ rounds, slug, locale }: { rounds: readonly Round[]; slug: string; locale: Locale }) {
  if (rounds.length === 0) return null;
  const t = pick(messages, locale).door;
  return (
    <ul className="ways">
      {rounds.map((one) => (
        <li key={one.round}>
          <a className="tap" href={to.door(locale, slug, 'rounds', one.round, 'households', one.household)}>
            {t.toRound(one.title, roundMark(one.k, locale))}
          </a>
        </li>
      ))}
    </ul>
  );
}
