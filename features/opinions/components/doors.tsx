import { Meter } from '@/components/data/meter';
import { asTheHouseStands } from '@/features/people/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';
import type { DoorState, Progress } from '../rules';

export interface Door {
  household: number;
  door: string;
  state: DoorState;
  /** It asks that nobody knocks. */
  quiet: boolean;
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

const TONES: Readonly<Record<DoorState, string>> = {
  support: 'tile tile-jade',
  support_if: 'tile tile-ochre',
  oppose: 'tile tile-seal',
  no_view: 'tile tile-soft',
  refused: 'tile tile-shut',
  not_home: 'tile tile-shut',
  not_tried: 'tile',
};
const STATES = Object.keys(TONES) as DoorState[];

/** How many doors stand where, in the look of the doors below it. */
function Tally({ doors, locale }: { doors: readonly Door[]; locale: Locale }) {
  const t = pick(messages, locale);
  const counted = STATES.map((state) => ({ state, n: doors.filter((one) => one.state === state).length }));
  return (
    <ul className="tally">
      {counted.flatMap(({ state, n }) =>
        n > 0 ? (
          <li key={state} className={TONES[state]}>
            {t.doors[state]} <b>{formatNumber(n, locale)}</b>
          </li>
        ) : (
          []
        ),
      )}
    </ul>
  );
}

/**
 * The doors of an entrance as the house stands, high floors on top: number, and what stands there. `toAsk`: the households
 * that have an answer of ours to judge.
 */
export function Doors(props: {
  doors: readonly Door[];
  slug: string;
  round: number;
  locale: Locale;
  here?: number;
  toAsk?: readonly number[];
}) {
  const { doors, slug, round, locale, here, toAsk = [] } = props;
  const t = pick(messages, locale);
  const { abreast, floors } = asTheHouseStands(doors);
  const tile = (one: Door) => (
    <a
      className={one.quiet ? `${TONES[one.state]} tile-quiet` : TONES[one.state]}
      href={to.door(locale, slug, 'rounds', round, 'households', one.household)}
      aria-current={one.household === here ? 'page' : undefined}
    >
      <b>{one.door}</b> <span>{t.doors[one.state]}</span>
      {one.quiet && <span className="tile-more">{t.door.quiet}</span>}
      {toAsk.includes(one.household) && <span className="tile-more">{t.door.answerToo}</span>}
    </a>
  );
  return (
    <>
      <Tally doors={doors} locale={locale} />
      <p className="crumb">{t.door.stands}</p>
      <ol className={abreast === null ? 'house house-lines' : 'house'}>
        {floors.map(({ floor, doors: abroad }) => (
          <li key={floor ?? 'none'}>
            <ul
              className={abreast === null || floor === null ? 'tiles' : `tiles tiles-${abreast}`}
              aria-label={floor === null ? t.door.noFloor : t.door.floor(floor)}
            >
              {abroad.map((one, place) =>
                one ? (
                  <li key={one.household}>{tile(one)}</li>
                ) : (
                  <li key={`none-${String(place)}`} aria-hidden="true" />
                ),
              )}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
