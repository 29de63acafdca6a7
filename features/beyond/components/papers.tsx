import { messages } from '@/features/beyond/messages';
import type { Paper } from '@/features/beyond/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Scans that hang, each to open by itself; a PDF is saved first. */
export function Papers({ papers = [], locale }: { papers?: readonly Paper[] | undefined; locale: Locale }) {
  const t = pick(messages, locale).desk;
  return papers.map(({ id, kilobytes }, at) => (
    <a key={id} className="tap" href={to.picture(id, 'large')}>
      {kilobytes === null ? t.paper(at + 1) : t.pdf(at + 1, kilobytes)}
    </a>
  ));
}
