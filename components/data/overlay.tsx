interface Drawn {
  src: string;
  label: string;
}

interface Props {
  /** Of the figure on its page. */
  id: string;
  before: Drawn;
  after: Drawn;
  /** Both are as large. */
  width: number;
  height: number;
  /** What the signs stand for, and a line below them. */
  says: { came: string; gone: string; stays: string; note: string };
}

/** Where one picture is darker than another by more than what the making of pictures changes, as a mask. */
function Darker({
  id,
  of,
  than,
  width,
  height,
}: {
  id: string;
  of: string;
  than: string;
  width: number;
  height: number;
}) {
  const whole = { x: 0, y: 0, width, height };
  return (
    <>
      <filter
        id={`${id}-darker`}
        filterUnits="userSpaceOnUse"
        primitiveUnits="userSpaceOnUse"
        colorInterpolationFilters="sRGB"
        {...whole}
      >
        <feColorMatrix in="SourceGraphic" type="luminanceToAlpha" result="one" />
        <feImage href={than} preserveAspectRatio="none" {...whole} result="picture" />
        <feColorMatrix in="picture" type="luminanceToAlpha" result="other" />
        <feComposite in="other" in2="one" operator="arithmetic" k1="0" k2="1" k3="-1" k4="0" result="difference" />
        <feComponentTransfer in="difference" result="clear">
          <feFuncA type="linear" slope="20" intercept="-1.4" />
        </feComponentTransfer>
        <feFlood floodColor="#fff" result="white" />
        <feComposite in="white" in2="clear" operator="in" />
      </filter>
      <mask id={id} maskUnits="userSpaceOnUse" {...whole}>
        <image href={of} preserveAspectRatio="none" filter={`url(#${id}-darker)`} {...whole} />
      </mask>
    </>
  );
}

const Hatch = ({ id, size }: { id: string; size: number }) => (
  <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
    <rect className="overlay-gone-ground" width={size} height={size} />
    <path className="overlay-gone" d={`M0 ${size / 2}H${size}`} strokeWidth={size / 2.5} />
  </pattern>
);

/** Two drawings of one place in one: what came in full, what went hatched, what stays pale beneath. Runs nothing. */
export function Overlay({ id, before, after, width, height, says }: Props) {
  const whole = { x: 0, y: 0, width, height };
  const sign = (kind: 'came' | 'gone' | 'stays', text: string) => (
    <li>
      <svg viewBox="0 0 40 20" aria-hidden="true">
        {kind === 'gone' && <Hatch id={`${id}-sign`} size={8} />}
        <rect
          className={`overlay-${kind}`}
          width="40"
          height="20"
          fill={kind === 'gone' ? `url(#${id}-sign)` : undefined}
        />
      </svg>
      {text}
    </li>
  );
  return (
    <figure className="overlay">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${before.label} → ${after.label}`}>
        <defs>
          <Darker id={`${id}-came`} of={after.src} than={before.src} width={width} height={height} />
          <Darker id={`${id}-gone`} of={before.src} than={after.src} width={width} height={height} />
          <Hatch id={`${id}-hatch`} size={width / 80} />
        </defs>
        <image className="overlay-stays-picture" href={after.src} preserveAspectRatio="none" {...whole} />
        <rect mask={`url(#${id}-gone)`} fill={`url(#${id}-hatch)`} {...whole} />
        <rect className="overlay-came" mask={`url(#${id}-came)`} {...whole} />
      </svg>
      <figcaption>
        <ul className="overlay-signs">
          {sign('came', says.came)}
          {sign('gone', says.gone)}
          {sign('stays', says.stays)}
        </ul>
        <p className="crumb">{says.note}</p>
      </figcaption>
    </figure>
  );
}
