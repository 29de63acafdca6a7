import { Pictures } from '@/components/data/pictures';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { messages } from '@/features/places/messages';
import type { Door, PlaceShown, SitePlaces } from '@/features/places/queries/places';
import { Drawing, type Tone } from '@/features/siteplan/components/drawing';
import type { Shape } from '@/features/siteplan/rules/shapes';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatList, pick } from '@/lib/words';

/** `15号楼1单元、15号楼2单元`. */
export function doorsSaid(doors: readonly Door[], locale: Locale): string {
  const t = pick(messages, locale).board;
  return formatList(
    doors.map(({ building, no }) => t.entrance(building, no)),
    locale,
  );
}

type Spot = Pick<PlaceShown, 'position' | 'x' | 'y' | 'builtOn' | 'missingUntil'>;

const toneOf = ({ builtOn, missingUntil }: Spot): Tone =>
  builtOn !== null ? 'built' : missingUntil !== null ? 'missing' : 'planned';

/** The site plan with a number at each place. */
export function PlacesDrawn({
  id,
  site,
  places,
  locale,
}: {
  id: string;
  site: readonly Shape[] | null;
  places: readonly Spot[];
  locale: Locale;
}) {
  if (!site || places.length === 0) return null;
  const { onSite, signs } = pick(messages, locale).board;
  const tones = [...new Set(places.map(toneOf))];
  return (
    <Drawing
      id={id}
      title={onSite}
      site={site}
      marks={places.map((one) => ({ mark: String(one.position), at: [one.x, one.y], tone: toneOf(one) }))}
      signs={tones.map((tone) => ({ tone, text: signs[tone] }))}
      locale={locale}
    />
  );
}

/** How far it is, in words; of what those beside it say only that all were heard. */
function stateSaid(one: PlaceShown, locale: Locale): string {
  const t = pick(messages, locale);
  if (one.builtOn === null) return one.missingUntil === null ? t.states.planned : t.states.missing;
  const built = t.board.builtOn(formatDate(one.builtOn, locale));
  const then = !one.checked ? t.board.unchecked : one.heard ? t.board.heard : t.board.asking;
  return [built, one.beside.length > 0 || !one.checked ? then : t.board.nobody].join(' · ');
}

/** Ten places, of which eight are built: where each is, and why two are missing. */
export function PlacesOnBoard({
  found: { places, site },
  target,
  milestone,
  locale,
}: {
  found: SitePlaces;
  milestone: { position: number; name: string };
  target: number | null;
  locale: Locale;
}) {
  const t = pick(messages, locale).board;
  const here = places.filter((one) => one.milestone === milestone.position);
  const of = Math.max(target ?? 0, here.length);
  const gaps = here.filter(({ builtOn }) => builtOn === null);
  const said = [
    ...gaps.map(({ name, missingWhy, missingUntil }) =>
      missingUntil === null ? t.gapPlain(name) : t.gap(name, missingWhy, formatDate(missingUntil, locale)),
    ),
    ...(of > here.length ? [t.unnamed(of - here.length)] : []),
  ];
  const sum = t.sum(of, here.length - gaps.length);
  return (
    <Section title={`${milestone.name} · ${t.title}`} id={`places-${milestone.position}`} brief={sum}>
      <p>
        <strong>{sum}</strong> {said.length > 0 && t.gaps(formatList(said, locale))}
      </p>
      <PlacesDrawn id={`site-${milestone.position}`} site={site} places={here} locale={locale} />
      <ol className="entries">
        {here.map((one) => (
          <li key={one.id} id={`place-${one.milestone}-${one.position}`} value={one.position}>
            <strong>
              <Written>{one.name}</Written>
            </strong>{' '}
            · {stateSaid(one, locale)}
            {one.note && (
              <p>
                <Written>{one.note}</Written>
              </p>
            )}
            {one.beside.length > 0 && <p className="crumb">{t.beside(doorsSaid(one.beside, locale))}</p>}
            {one.pictures.length > 0 && (
              <details>
                <summary className="tap">{t.pictures(one.pictures.length)}</summary>
                <Pictures
                  items={one.pictures.map((picture) => ({
                    key: String(picture.id),
                    src: to.picture(picture.id, 'small'),
                    large: to.picture(picture.id, 'large'),
                    alt: picture.caption || t.pictureOf(one.name),
                    width: picture.width,
                    height: picture.height,
                    caption: <Written>{picture.caption}</Written>,
                  }))}
                />
              </details>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
