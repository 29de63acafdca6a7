import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import { lengthOf, segmentsOf } from '../rules/planar';
import type { Shape } from '../rules/shapes';
import { pathOf, unit } from './frame';

/** Of a thing that takes no room of its own on the site, in tenths of a metre. */
const SMALL = 6;
/** A tree without a crown of its own. */
const CROWN = 15;

/** Whether it stands, comes with the plan, goes with it, or was in the version before. */
export type How = 'stands' | 'comes' | 'goes' | 'was';

/** One step after the other along a path: the dashes of its line. */
function stepping({ points, steps }: Shape): string {
  const all = segmentsOf(points).reduce((sum, [a, b]) => sum + unit(lengthOf(a, b)), 0);
  return `${(all / steps) * 0.2} ${(all / steps) * 0.8}`;
}

function Round({ shape, how, r }: { shape: Shape; how: How; r: number }) {
  const [x = 0, y = 0] = shape.points[0] ?? [];
  const [cx, cy, cross] = [unit(x), unit(-y), r * 0.7];
  return (
    <>
      <circle className={`site-${shape.kind} site-${how}`} cx={cx} cy={cy} r={r} />
      {how === 'goes' && (
        <path
          className="site-crossed"
          d={`M${cx - cross} ${cy - cross}L${cx + cross} ${cy + cross}M${cx - cross} ${cy + cross}L${cx + cross} ${cy - cross}`}
        />
      )}
    </>
  );
}

/** One thing as it lies there. */
export function ShapeDrawn({ shape, how = 'stands', hatch }: { shape: Shape; how?: How; hatch: string }) {
  const { kind, points, width, steps } = shape;
  const className = `site-${kind} site-${how}`;
  if (kind === 'tree') return <Round shape={shape} how={how} r={width > 0 ? unit(width) / 2 : CROWN} />;
  if (kind === 'lamp' || kind === 'gate' || kind === 'entrance') return <Round shape={shape} how={how} r={SMALL} />;
  if (kind === 'slope') return <path className={className} d={pathOf(points, true)} fill={`url(#${hatch})`} />;
  if (kind === 'building' || kind === 'shed') return <path className={className} d={pathOf(points, true)} />;
  if (kind === 'path' || kind === 'trail') {
    return (
      <>
        <path className={className} d={pathOf(points)} strokeWidth={unit(width)} />
        {steps > 0 && how !== 'was' && (
          <path className="site-steps" d={pathOf(points)} strokeWidth={unit(width)} strokeDasharray={stepping(shape)} />
        )}
      </>
    );
  }
  return <path className={className} d={pathOf(points)} />;
}

/** What was drawn anew, kind by kind; what both versions draw is named once, as the new one has it. */
export function namedOnce(shapes: readonly Shape[], plan: readonly Shape[], locale: Locale): string {
  const t = pick(messages, locale).drawing;
  const [and, then] = locale === 'zh' ? ['、', '；'] : [', ', '; '];
  const now = shapes.filter((shape) => plan.includes(shape) || !plan.some(({ name }) => name === shape.name));
  return [...new Set(now.map(({ kind }) => kind))]
    .map((of) => `${t.kinds[of]} ${now.flatMap(({ kind, name }) => (kind === of ? [name] : [])).join(and)}`)
    .join(then);
}
