import { StateBadge } from '@/components/page/title';
import { messages } from '@/features/meetings/messages';
import type { Present } from '@/features/meetings/queries/door';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  present: readonly Present[];
  /** Whether whoever looks writes down what households say. */
  mayRecord: boolean;
  meeting: number;
  community: string;
  locale: Locale;
}

const BELOW = { rounds: 'rounds', comparisons: 'alternatives' } as const;

/** Who is there; of each, what is being asked of it and whether it has spoken. */
export function PresentHomes({ present, mayRecord, meeting, community, locale }: Props) {
  const t = pick(messages, locale);
  if (present.length === 0) return <p>{t.door.nobody}</p>;
  return (
    <ul className="entries">
      {present.map((home) => (
        <li key={home.household}>
          <p>
            <strong>{t.home(home)}</strong>{' '}
            <a className="tap" href={to.door(locale, community, 'meetings', meeting, 'slips', home.household)}>
              {t.door.slip}
            </a>
          </p>
          {mayRecord && home.rounds.length + home.comparisons.length === 0 && (
            <p className="tone-soft">{t.door.nothing}</p>
          )}
          {mayRecord &&
            (['rounds', 'comparisons'] as const).flatMap((kind) =>
              home[kind].map((asked) => (
                <p key={`${kind}-${asked.no}`}>
                  <a
                    className="tap"
                    href={`${to.door(locale, community, BELOW[kind], asked.no, 'households', home.household)}?met=yes`}
                  >
                    {t.door.record(asked.title)}
                  </a>{' '}
                  {(asked.met || asked.heard) && (
                    <StateBadge tone="jade">{asked.met ? t.door.met : t.door.heard}</StateBadge>
                  )}
                </p>
              )),
            )}
        </li>
      ))}
    </ul>
  );
}
