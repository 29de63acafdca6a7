import encodeQR from 'qr';
import type { ReactNode } from 'react';
import { messages } from '@/components/page/messages';
import type { Locale } from '@/lib/edition';
import { formatDate, type When } from '@/lib/words';

/** An address as squares to be photographed: 4 of them stay white around it. Dark squares of a row are one stroke. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: 4 });
  const strokes = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width={rows.length} height={rows.length} />
      <path d={strokes.join('')} />
    </svg>
  );
}

export interface PosterProps {
  /** What kind of paper it is, in two or four characters. */
  kind: string;
  title: string;
  /** Until when, with its day of the week. */
  until: string;
  what: ReactNode;
  /** What one can do. */
  ways: readonly string[];
  telephone: string;
  /** Where the whole of it stands. */
  address: string;
  from: string;
  day: When;
  locale: Locale;
}

/** What is put up by the door of a building: read from two metres, A4 or A3. */
export function Poster({ kind, title, until, what, ways, telephone, address, from, day, locale }: PosterProps) {
  const t = messages[locale].poster;
  return (
    <article className="poster">
      <title>{`${kind} · ${title} · 同心议事`}</title>
      <p className="poster-kind">{kind}</p>
      <h1>{title}</h1>
      <p className="poster-until">{until}</p>
      <div className="poster-what">{what}</div>
      <div className="poster-foot">
        <div>
          <ul>
            {ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
          {telephone && <p className="poster-telephone">{t.telephone(telephone)}</p>}
        </div>
        <div>
          <QrCode address={address} label={t.code} />
          <p>{t.scan}</p>
        </div>
      </div>
      <p className="poster-from">
        {from} · {t.put(formatDate(day, locale))}
      </p>
      <p className="no-print also">{t.hint}</p>
    </article>
  );
}
