import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';

interface Headed {
  community: string;
  place: Record<Locale, string>;
  title: string;
  objection: number;
}

/** What each of a list is headed with: each community counts its own, so where there are several its name goes first. */
export function headingsOf(all: readonly Headed[], locale: Locale): (one: Headed) => string {
  const t = pick(messages, locale).mine;
  const several = new Set(all.map(({ community }) => community)).size > 1;
  return ({ title, objection, place }) => t.heading(several ? place[locale] : null, title, objection);
}
