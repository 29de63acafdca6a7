import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Door } from './doors';

/** What has just been written down, as it is kept now, and the way back to it. */
export function Saved({ door, slug, round, locale }: { door: Door; slug: string; round: number; locale: Locale }) {
  const t = pick(messages, locale);
  return (
    <div className="notice" role="status">
      <p className="notice-title">{t.door.saved(door.door, t.doors[door.state])}</p>
      <a className="tap" href={to.door(locale, slug, 'rounds', round, 'households', door.household)}>
        {t.door.backTo(door.door)}
      </a>
    </div>
  );
}
