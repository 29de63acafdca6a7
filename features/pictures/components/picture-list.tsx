import { Pictures } from '@/components/data/pictures';
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
  const items = pictures.map((one) => ({
    key: String(one.id),
    src: address(one.id, 'small'),
    alt: one.caption || t.alt,
    width: one.width,
    height: one.height,
    caption: [one.caption, said(one)].filter(Boolean).join(' · '),
  }));
  return <Pictures items={items} />;
}
