import { Notice } from '@/components/page/notice';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';

/** Before the work of the day, for whoever was sent here lately: where stands what those before them left. */
export function Arrived({ left, slug, locale }: { left: number; slug: string; locale: Locale }) {
  const t = pick(messages, locale).arrived;
  return (
    <Notice title={t.title}>
      <p>{t.text(left)}</p>
      <a className="tap" href={to.desk(locale, slug, 'inherited')}>
        {t.go}
      </a>
    </Notice>
  );
}
