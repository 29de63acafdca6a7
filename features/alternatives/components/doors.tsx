import { messages as opinions } from '@/features/opinions/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { DoorComparison } from '../queries/door';

type Home = DoorComparison['homes'][number];

/** As they stand, entrance by entrance, with how many have been heard. */
export function byEntrance(homes: readonly Home[]) {
  const ids = [...new Set(homes.map(({ entranceId }) => entranceId))];
  return ids.map((id) => {
    const here = homes.filter(({ entranceId }) => entranceId === id);
    const { building = '', entrance = 0 } = here[0] ?? {};
    return { id, building, entrance, homes: here, heard: here.filter(({ state }) => state === 'heard').length };
  });
}

const TONES = { heard: 'tile tile-soft', refused: 'tile tile-shut', not_home: 'tile tile-shut', not_tried: 'tile' };

/** The doors of an entrance: number, and what stands there, never what was said. */
export function HomeTiles(props: { homes: readonly Home[]; no: number; slug: string; locale: Locale; here?: number }) {
  const { homes, no, slug, locale, here } = props;
  const t = pick(messages, locale);
  return (
    <ul className="tiles">
      {homes.map((one) => (
        <li key={one.household}>
          <a
            className={one.quiet ? `${TONES[one.state]} tile-quiet` : TONES[one.state]}
            href={to.door(locale, slug, 'alternatives', no, 'households', one.household)}
            aria-current={one.household === here ? 'page' : undefined}
          >
            <b>{one.door}</b> <span>{t.doors[one.state]}</span>
            {one.quiet && <span className="tile-more">{pick(opinions, locale).door.quiet}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
