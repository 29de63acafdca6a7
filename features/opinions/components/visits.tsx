import type { VisitOutcome } from '@/db/words/opinions';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';

interface Visit {
  outcome: VisitOutcome;
  at: Date;
  by: string | null;
}

/** When somebody knocked and brought no opinion home: what was noted, when, and by whom; newest first. */
export function Visits({ visits, locale }: { visits: readonly Visit[]; locale: Locale }) {
  const t = pick(messages, locale);
  const said = { refused: t.door.refused, not_home: t.door.notHome };
  return (
    <ul className="entries" data-visits>
      {[...visits].reverse().map((one) => (
        <li key={one.at.toISOString()}>
          <p>{t.door.noted(said[one.outcome])}</p>
          <p className="crumb">{[formatMoment(one.at, locale), one.by].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}
