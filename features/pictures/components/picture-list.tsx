import { Pictures } from '@/components/data/pictures';
import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { messages } from '@/features/pictures/messages';
import { picture as address } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

export interface Shown {
  id: number;
  caption: string;
  width: number;
  height: number;
  onBoard: boolean;
  refusedReason: string | null;
  /** False: of a draft, which nobody reads on the board yet. */
  published?: boolean;
  /** It is a paper as it came, and is not drawn. */
  pdf?: { kilobytes: number; hash: string } | null;
}

/** Somebody's pictures and what has become of each. */
export function PictureList({ pictures, locale }: { pictures: readonly Shown[]; locale: Locale }) {
  const t = pick(messages, locale).upload;
  if (pictures.length === 0) return <Empty text={t.none} />;
  const said = (one: Shown) =>
    one.onBoard
      ? one.published === false
        ? t.withVersion
        : t.onBoard
      : one.refusedReason === null
        ? t.waiting
        : t.refused(one.refusedReason);
  const captionOf = (one: Shown) => [one.caption, said(one)].filter(Boolean).join(' · ');
  const papers = pictures.flatMap((one) => (one.pdf ? [{ ...one, pdf: one.pdf }] : []));
  const drawn = pictures.filter(({ pdf }) => !pdf);
  const items = drawn.map((one) => ({
    key: String(one.id),
    src: address(one.id, 'small'),
    alt: one.caption || t.alt,
    width: one.width,
    height: one.height,
    caption: captionOf(one),
  }));
  return (
    <>
      {papers.map((one) => (
        <div key={one.id}>
          <p>
            <a className="tap" href={address(one.id, 'large')} download>
              {t.pdf(one.pdf.kilobytes)}
            </a>
          </p>
          <p>
            <Written>{captionOf(one)}</Written>
          </p>
          <p className="crumb">
            {t.hash} <code className="hash">{one.pdf.hash}</code>
          </p>
        </div>
      ))}
      {items.length > 0 && <Pictures items={items} />}
    </>
  );
}
