import { Notice } from '@/components/page/notice';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatList, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Offers as Found } from '../queries/offers';
import { communityOf } from './playbook-list';

interface Props {
  offers: Found;
  slug: string;
  locale: Locale;
}

/** Beside a matter: which playbooks look as if they were for it, and why one thinks so. */
export function Offers({ offers, slug, locale }: Props) {
  const t = pick(messages, locale);
  if (offers.length === 0) return null;
  return (
    <Notice title={t.offers.title}>
      <p>{t.offers.lead}</p>
      <ul>
        {offers.map(({ one, themes, sameKind, mayAdopt }) => (
          <li key={one.id}>
            <a className="tap" href={to.playbook(locale, one.slug, one.no)}>
              {one.name}
            </a>{' '}
            <span className="tone-soft">{communityOf(one, locale)}</span>
            <p>
              {t.offers.because(formatList(themes, locale), sameKind)} {t.tally(one.tally)}
            </p>
            {mayAdopt && (
              <a className="tap" href={to.desk(locale, slug, 'playbooks', 'offered', one.id)}>
                {t.offers.adopt}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
