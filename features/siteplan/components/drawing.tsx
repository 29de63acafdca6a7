import { Written } from '@/components/data/written';
import { isBigAsked } from '@/lib/done';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import { redrawn } from '../rules';
import type { Point } from '../rules/planar';
import { type Kind, namedBy, type Shape } from '../rules/shapes';
import { type Changed, type Frame, frameOf, type Pin as Placed, pinsOf, seenIn, unit } from './frame';
import { type How, namedOnce, ShapeDrawn } from './shape-drawn';

/** What lies beneath comes first. */
const ORDER: readonly Kind[] = [
  ...(['slope', 'path', 'trail', 'wall', 'building', 'shed', 'windows', 'tree', 'rail'] as const),
  ...(['entrance', 'gate', 'lamp'] as const),
];
/** A text is so high, of the width of the drawing. */
const TEXT = 1 / 28;
const BIG_TEXT = 1 / 20;

export type Tone = 'built' | 'missing' | 'planned';
export interface Mark {
  mark: string;
  at: Point;
  tone?: Tone;
}

interface Props {
  /** Unlike that of any other drawing on the page. */
  id: string;
  title: string;
  site: readonly Shape[];
  plan?: readonly Shape[] | null | undefined;
  /** Of the version before: what is not in this one is shown beneath. */
  before?: readonly Shape[] | null | undefined;
  /** Clauses that read otherwise than before: each has a pin. */
  changed?: readonly Changed[];
  /** What stands where on all of the site: of several plans at once. */
  marks?: readonly Mark[];
  /** What the colours of marks say. */
  signs?: readonly { tone: Tone; text: string }[];
  locale: Locale;
}

interface Drawn {
  shape: Shape;
  how: How;
}

/** All there is to draw: what was, what stands, what goes, what comes. */
function layers({ site, plan, before }: Pick<Props, 'site' | 'plan' | 'before'>): Drawn[] {
  const gone = (plan ?? []).filter(({ kind }) => kind === 'removed').flatMap((one) => namedBy(one, site) ?? []);
  const built = (shapes: readonly Shape[]) => shapes.filter(({ points }) => points.length > 0);
  const was = before
    ? redrawn(built(before), built(plan ?? [])).flatMap((one) => (one.before ? [one.before] : []))
    : [];
  const all: Drawn[] = [
    ...site.map((shape): Drawn => ({ shape, how: gone.includes(shape) ? 'goes' : 'stands' })),
    ...was.map((shape): Drawn => ({ shape, how: 'was' })),
    ...built(plan ?? []).map((shape): Drawn => ({ shape, how: 'comes' })),
  ];
  return all.toSorted((a, b) => ORDER.indexOf(a.shape.kind) - ORDER.indexOf(b.shape.kind));
}

/** Which way is north, and how long ten metres are. */
function Compass({ frame, size, locale }: { frame: Frame; size: number; locale: Locale }) {
  const t = pick(messages, locale).drawing;
  const [right, top] = [frame.left + frame.width - size, frame.top + size * 0.6];
  const [left, bottom] = [frame.left + size, frame.top + frame.height - size];
  return (
    <>
      <path
        className="site-sign"
        d={`M${right} ${top + size * 2.6}V${top + size * 0.9}M${right - size * 0.4} ${top + size * 1.5}L${right} ${top + size * 0.9}L${right + size * 0.4} ${top + size * 1.5}`}
      />
      <text className="site-text" x={right} y={top + size * 0.6} fontSize={size} textAnchor="middle">
        {t.north}
      </text>
      <path
        className="site-sign"
        d={`M${left} ${bottom - size * 0.4}V${bottom}H${left + 100}V${bottom - size * 0.4}`}
      />
      <text className="site-text" x={left + 100 + size * 0.5} y={bottom} fontSize={size}>
        {t.metres(10)}
      </text>
    </>
  );
}

/** The names of houses and gates, as far as they can be seen. */
function Names({ site, frame, size, locale }: Pick<Props, 'site' | 'locale'> & { frame: Frame; size: number }) {
  const t = pick(messages, locale).drawing;
  return site.map((shape) => {
    if (shape.kind !== 'building' && shape.kind !== 'gate') return null;
    const seen = seenIn(shape.points, frame);
    if (!seen) return null;
    const isHouse = shape.kind === 'building';
    // Of a narrow house along it.
    const along = isHouse && seen.wide < size * 5 && seen.high > seen.wide;
    return (
      <text
        key={`${shape.kind}-${shape.name}`}
        className="site-text"
        x={seen.x}
        y={seen.y + (isHouse ? size * 0.35 : -size * 0.8)}
        transform={along ? `rotate(-90 ${seen.x} ${seen.y})` : undefined}
        fontSize={size}
        textAnchor="middle"
      >
        {isHouse ? t.building(shape.name) : shape.name}
      </text>
    );
  });
}

/** A pin that leads to its clause, with room for a finger around it. */
function PinLink({ pin, of, size, label }: { pin: Placed; of: Changed; size: number; label: string }) {
  const [x, y] = [unit(pin.at[0]) + (pin.nth + 1) * size * 2, unit(-pin.at[1])];
  return (
    <a className="site-pin-link" href={of.href} aria-label={[label, ...of.notes].join(' · ')}>
      <circle className="site-pin-room" cx={x} cy={y} r={size * 1.6} />
      <Pin x={x} y={y} text={String(pin.clause)} size={size} />
    </a>
  );
}

/** The same in words, for whoever does not see the drawing or cannot hit a pin. */
function PinList({ pins, locale }: { pins: readonly (Placed & { of: Changed; shown: string })[]; locale: Locale }) {
  const t = pick(messages, locale).drawing;
  return (
    <ol className="ways">
      {pins.map(({ clause, of, shown }) => (
        <li key={clause}>
          <a className="tap" href={of.href}>
            {t.clause(clause)}
          </a>{' '}
          {shown}
          {of.notes.map((note) => (
            <p key={note}>
              <Written>{note}</Written>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** What each sign stands for. */
function Signs({ drawn, id, locale, pins }: { drawn: readonly Drawn[]; id: string; locale: Locale; pins: boolean }) {
  const t = pick(messages, locale).drawing;
  const shown = drawn.filter(
    ({ shape, how }, at) => drawn.findIndex((one) => one.shape.kind === shape.kind && one.how === how) === at,
  );
  const label = ({ shape, how }: Drawn) =>
    `${t.kinds[shape.kind]}${{ stands: '', comes: ` · ${t.came}`, goes: ` · ${t.kinds.removed}`, was: ` · ${t.gone}` }[how]}`;
  const round = (kind: Kind) => ['tree', 'lamp', 'gate', 'entrance'].includes(kind);
  const area = (kind: Kind) => ['slope', 'building', 'shed'].includes(kind);
  const sample = ({ kind }: Shape): Shape['points'] =>
    round(kind)
      ? [[2000, -1000]]
      : area(kind)
        ? [
            [500, -200],
            [3500, -200],
            [3500, -1800],
            [500, -1800],
          ]
        : [
            [300, -1000],
            [3700, -1000],
          ];
  return (
    <figcaption>
      <ul className="overlay-signs">
        {shown.map((one) => (
          <li key={`${one.shape.kind}-${one.how}`}>
            <svg viewBox="0 0 40 20" aria-hidden="true">
              <ShapeDrawn
                shape={{
                  ...one.shape,
                  points: sample(one.shape),
                  width: Math.min(one.shape.width, 1200),
                  steps: Math.min(one.shape.steps, 6),
                }}
                how={one.how}
                hatch={id}
              />
            </svg>
            {label(one)}
          </li>
        ))}
      </ul>
      {pins && <p className="crumb">{t.pins}</p>}
    </figcaption>
  );
}

function Pin({
  x,
  y,
  text,
  size,
  tone,
}: {
  x: number;
  y: number;
  text: string;
  size: number;
  tone?: Tone | undefined;
}) {
  return (
    <g className={tone && `site-pin-${tone}`}>
      <circle className="site-pin" cx={x} cy={y} r={size * 0.85} />
      <text className="site-pin-text" x={x} y={y + size * 0.35} fontSize={size} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

/** The site, and over it what a plan makes of it: the same style for every version, with north, scale and names. */
export function Drawing({
  id,
  title,
  site,
  plan = null,
  before = null,
  changed = [],
  marks,
  signs = [],
  locale,
}: Props) {
  const t = pick(messages, locale).drawing;
  const frame = frameOf(site, marks ? [] : [plan ?? [], before ?? []]);
  const size = frame.width * (isBigAsked() ? BIG_TEXT : TEXT);
  const drawn = layers({ site, plan, before });
  const pins = (before ? pinsOf(redrawn(before, plan ?? []), site, changed) : []).flatMap((pin) => {
    const of = changed.find(({ clause }) => clause === pin.clause);
    return of ? [{ ...pin, of, shown: namedOnce(pin.shapes, plan ?? [], locale) }] : [];
  });
  const visible = drawn.filter(({ shape }) => seenIn(shape.points, frame));
  const { left, top, width, height } = frame;
  const kinds = [...new Set(visible.map(({ shape }) => t.kinds[shape.kind]))].join(locale === 'zh' ? '、' : ', ');
  return (
    <figure className="site-drawing">
      <svg
        viewBox={`${left} ${top} ${width} ${height}`}
        role={pins.length > 0 ? 'group' : 'img'}
        aria-label={`${title} · ${t.described(kinds)}`}
      >
        <defs>
          <pattern id={id} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
            <path className="site-hatch" d="M0 6H12" />
          </pattern>
        </defs>
        {drawn.map(({ shape, how }, at) => (
          <ShapeDrawn key={`${shape.kind}-${shape.name}-${how}-${String(at)}`} shape={shape} how={how} hatch={id} />
        ))}
        <Names site={site} frame={frame} size={size} locale={locale} />
        {pins.map((pin) => (
          <PinLink
            key={pin.clause}
            pin={pin}
            of={pin.of}
            size={size}
            label={`${t.clause(pin.clause)} · ${pin.shown}`}
          />
        ))}
        {marks?.map(({ mark, at: [x, y], tone }) => (
          <Pin key={`${mark}-${x}-${y}`} x={unit(x)} y={unit(-y)} text={mark} size={size} tone={tone} />
        ))}
        <Compass frame={frame} size={size} locale={locale} />
      </svg>
      <Signs drawn={visible} id={id} locale={locale} pins={pins.length > 0} />
      {pins.length > 0 && <PinList pins={pins} locale={locale} />}
      {signs.length > 0 && (
        <ul className="overlay-signs">
          {signs.map(({ tone, text }) => (
            <li key={tone}>
              <svg viewBox="0 0 40 20" aria-hidden="true">
                <g className={`site-pin-${tone}`}>
                  <circle className="site-pin" cx="20" cy="10" r="8" />
                </g>
              </svg>
              {text}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}
