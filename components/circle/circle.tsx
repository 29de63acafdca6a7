import { arc } from 'd3-shape';
import {
  type Arc,
  arcs,
  type CellKind,
  type CircleGroup,
  type CircleRound,
  markAngle,
  RADIUS,
  ring,
  sectors,
} from '@/components/circle/geometry';
import { fillings, kindsLabel } from '@/components/circle/kinds';
import { HALF_WIDTH, labels } from '@/components/circle/labels';
import { fillOf, Pattern } from '@/components/circle/patterns';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';

export type CircleProps = {
  rounds: readonly CircleRound[];
  groups: readonly CircleGroup[];
  /** A few words for those who do not see the drawing, and then all it shows. */
  title: string;
  description: string;
  kindNames: Record<CellKind, string>;
  centre: { word: string; note?: string };
  /** Every group agrees: the innermost ring closes and the centre turns jade. */
  agreed?: boolean;
  /** Says in words what the last ring shows. */
  sentence?: string;
  /** How to read it: which ring is which round. */
  hint?: string;
  table?: { href: string; label: string };
  locale: Locale;
  /** Needed when a page has two. */
  id?: string;
};

const draw = arc<Arc>();

type Drawing = Pick<CircleProps, 'rounds' | 'groups' | 'title' | 'description' | 'centre' | 'agreed' | 'id'>;

/** The drawing alone. */
export function CircleDrawing({ rounds, groups, title, description, centre, agreed = false, id = 'circle' }: Drawing) {
  const names = labels(groups);
  const marks = markAngle(sectors(groups));
  const top = RADIUS + names.top;
  const box = `${-HALF_WIDTH} ${-top} ${2 * HALF_WIDTH} ${top + RADIUS + names.bottom}`;
  return (
    <svg className="circle-drawing" viewBox={box} role="img" aria-labelledby={`${id}-title ${id}-text`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      <defs>
        {fillings(rounds).map((kinds) => (
          <Pattern key={kinds.join()} id={id} kinds={kinds} />
        ))}
      </defs>
      {arcs(rounds, groups, agreed).map((each) => (
        <path
          key={`${each.round}-${each.group}-${each.kinds.join()}`}
          className={isOutlined(each.kinds) ? 'arc arc-edge' : 'arc'}
          d={draw(each) ?? ''}
          fill={each.count > 0 ? fillOf(id, each.kinds) : 'none'}
        />
      ))}
      {rounds.map((round, index) => {
        if (!round.mark || (agreed && index === rounds.length - 1)) return null;
        const { middle } = ring(index, rounds.length);
        return (
          <text
            key={round.label}
            className="circle-mark"
            x={middle * Math.sin(marks)}
            y={-middle * Math.cos(marks)}
            aria-hidden="true"
          >
            {round.mark}
          </text>
        );
      })}
      {names.labels.map(
        ({ key, leader }) =>
          leader && <path key={key} className="circle-leader" d={`M${leader.x} ${leader.from}V${leader.to}`} />,
      )}
      {names.labels.map((label) => (
        <text key={label.key} className="circle-label" x={label.x} y={label.y} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
      <Centre {...centre} agreed={agreed} />
    </svg>
  );
}

type Named = Pick<CircleProps, 'rounds' | 'kindNames' | 'locale'>;

/** What its fillings mean. `id`: of the drawing that has them; several drawings have one legend with fillings of its `own`. */
export function CircleLegend({ rounds, kindNames, locale, id = 'circle', own }: Named & { id?: string; own?: true }) {
  const t = words(locale);
  return (
    <ul className="circle-legend" aria-label={t.legend}>
      {fillings(rounds).map((kinds) => (
        <li key={kinds.join()}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            {own && (
              <defs>
                <Pattern id={id} kinds={kinds} />
              </defs>
            )}
            <rect
              x="0.5"
              y="0.5"
              width="13"
              height="13"
              className={isOutlined(kinds) ? 'arc arc-edge' : 'arc'}
              fill={fillOf(id, kinds)}
            />
          </svg>
          {kindsLabel(kinds, kindNames, t.or)}
        </li>
      ))}
    </ul>
  );
}

/** The concentric circle: rings from outside in are rounds, sectors are groups by households, arcs are what they said. */
export function Circle({ kindNames, sentence, hint, table, locale, ...drawing }: CircleProps) {
  return (
    <figure className="circle">
      <CircleDrawing {...drawing} />
      <CircleLegend rounds={drawing.rounds} kindNames={kindNames} locale={locale} id={drawing.id} />
      <figcaption>
        {hint && <p className="crumb">{hint}</p>}
        {sentence && <p>{sentence}</p>}
        {table && (
          <p>
            <a className="tap" href={table.href}>
              {table.label}
            </a>
          </p>
        )}
      </figcaption>
    </figure>
  );
}

function isOutlined(kinds: readonly CellKind[]): boolean {
  return kinds.length > 1 || kinds[0] === 'notReached' || kinds[0] === 'noView';
}

function Centre({ word, note, agreed }: { word: string; note?: string; agreed: boolean }) {
  const size = word.length > 3 ? Math.min(19, 92 / word.length) : 19;
  return (
    <>
      <text
        className={agreed ? 'circle-centre circle-centre-agreed' : 'circle-centre'}
        y={note ? -1 : 6}
        fontSize={size}
      >
        {word}
      </text>
      {note && (
        <text className="circle-centre-note" y="16">
          {note}
        </text>
      )}
    </>
  );
}
