import type { ReactNode } from 'react';

/** A place on a picture, in its own pixels, with the number that stands there. */
export type Pin = { x: number; y: number; mark: string };

export type Picture = {
  key: string;
  src: string;
  alt: string;
  /** In pixels, so that the page does not jump when the picture arrives. */
  width: number;
  height: number;
  caption?: ReactNode;
  pins?: readonly Pin[];
};

/** Pictures beside each other, or below each other where there is no room. */
export function Pictures({ items }: { items: readonly Picture[] }) {
  return (
    <div className="pictures">
      {items.map((item) => (
        <figure key={item.key}>
          <div className="picture-frame">
            <img
              src={item.src}
              alt={item.alt}
              width={item.width}
              height={item.height}
              loading="lazy"
              decoding="async"
            />
            {item.pins && item.pins.length > 0 && <Pins picture={item} pins={item.pins} />}
          </div>
          {item.caption && <figcaption>{item.caption}</figcaption>}
        </figure>
      ))}
    </div>
  );
}

function Pins({ picture, pins }: { picture: Picture; pins: readonly Pin[] }) {
  const radius = Math.max(picture.width, picture.height) / 32;
  return (
    <svg viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden="true">
      {pins.map((pin) => (
        <g key={pin.mark} className="picture-pin" transform={`translate(${pin.x} ${pin.y})`}>
          <circle r={radius} strokeWidth={radius / 7} />
          <text fontSize={radius * 1.1}>{pin.mark}</text>
        </g>
      ))}
    </svg>
  );
}
