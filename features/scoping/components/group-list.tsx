import type { Effect } from '@/db/words/scoping';
import { messages as proposals } from '@/features/proposals/messages';
import { messages } from '@/features/scoping/messages';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';

interface Group {
  id: number;
  name: string;
  effect: Effect;
  why: string;
  households: number | null;
  places: readonly { building: string; entranceId: number | null; entrance: number | null }[];
}

/** The affected groups: who they are, what it means for them, and where they live. */
export function GroupList({ groups, locale }: { groups: readonly Group[]; locale: Locale }) {
  const t = pick(messages, locale).groups;
  const effects = pick(proposals, locale).effects;
  if (groups.length === 0) return <p>{t.none}</p>;
  const place = (one: Group['places'][number]) =>
    one.entrance === null ? t.building(one.building) : t.entrance(one.building, one.entrance);
  return (
    <ul className="entries">
      {groups.map((group) => (
        <li key={group.id}>
          <strong>{placeIn(group.name, locale)}</strong> · {effects[group.effect]} · {t.households(group.households)}
          <p>{group.why}</p>
          <p className="tone-soft">{group.places.map(place).join(locale === 'zh' ? '、' : ', ')}</p>
        </li>
      ))}
    </ul>
  );
}
