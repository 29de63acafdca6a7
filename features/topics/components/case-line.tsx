import { Written } from '@/components/data/written';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate } from '@/lib/words';
import type { Complaint } from '../moves';

interface Props {
  one: Complaint;
  slug: string;
  locale: Locale;
  /** What of it makes it stand there. */
  says?: string | undefined;
}

/** A case in one line, which leads to it at the desk: what it is about, where, and when. */
export function CaseLine({ one, slug, locale, says }: Props) {
  const about = [placeIn(one.place, locale), formatDate(one.at, locale), says].filter(Boolean).join(' · ');
  return (
    <li>
      <a className="tap" href={to.desk(locale, slug, 'cases', one.no)}>
        <Written>{one.title}</Written>
      </a>{' '}
      <span className="tone-soft">{about}</span>
    </li>
  );
}
