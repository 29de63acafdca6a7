import { Written } from '@/components/data/written';
import { StateBadge } from '@/components/page/title';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Adopted } from '../queries/listed';
import { communityOf } from './playbook-list';

const TONES = { failed: 'seal', partly: 'ochre', helped: 'jade' } as const;

/** Where it was taken up, with what was changed; failures first. */
export function Adoptions({ adoptions, locale }: { adoptions: readonly Adopted[]; locale: Locale }) {
  const t = pick(messages, locale).one;
  if (adoptions.length === 0) return <p>{t.noAdoptions}</p>;
  return (
    <ul className="entries">
      {adoptions.map((one) => (
        <li key={one.id}>
          <p>
            <strong>{t.adopted(communityOf(one, locale), one.place, formatDate(one.at, locale))}</strong>{' '}
            <StateBadge tone={one.outcome ? TONES[one.outcome] : 'soft'}>
              {one.outcome ? t.outcomes[one.outcome] : t.askOn(formatDate(one.askOn, locale))}
            </StateBadge>
          </p>
          <p>
            <span className="tone-soft">{t.changed}</span> <Written>{one.changed}</Written>
          </p>
          {one.reason !== '' && (
            <p>
              <Written>{one.reason}</Written>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
