import type { ReactNode } from 'react';
import { words } from '@/components/messages';
import { localeAsked } from '@/lib/done';

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
  /** The same, larger, to look at closely on the page. */
  large?: string;
  pins?: readonly Pin[];
};

/** Pictures beside each other, or below each other where there is no room. */
export function Pictures({ items }: { items: readonly Picture[] }) {
  return (
    <div className="pictures">
      {items.map((item) => (
        <figure key={item.key} id={item.large && `picture-${item.key}`}>
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
          {item.large && <Closely of={item} src={item.large} />}
          {item.caption && <figcaption>{item.caption}</figcaption>}
        </figure>
      ))}
    </div>
  );
}

/** Larger where it stands, to be moved about in; needs no script, and leads back to where one was. */
function Closely({ of, src }: { of: Picture; src: string }) {
  const t = words(localeAsked());
  return (
    <>
      <a className="picture-closely" href={`#picture-${of.key}-small`} title={t.smaller}>
        <img src={src} alt={of.alt} width={of.width} height={of.height} loading="lazy" decoding="async" />
      </a>
      <p className="no-print" id={`picture-${of.key}-small`}>
        <a className="tap picture-open" href={`#picture-${of.key}`}>
          {t.larger}
        </a>
        <a className="tap picture-close" href={`#picture-${of.key}-small`}>
          {t.smaller}
        </a>
      </p>
    </>
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
