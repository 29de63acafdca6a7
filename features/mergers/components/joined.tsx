import { messages } from '@/features/mergers/messages';
import type { Joined } from '@/features/mergers/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  joined: { into: Joined | null; from: Joined[] };
  locale: Locale;
  slug: string;
}

/** Where a proposal goes on, and which ones go on with it; nothing when it stands alone. */
export function JoinedWith({ joined: { into, from }, locale, slug }: Props) {
  const t = pick(messages, locale);
  const link = ({ no, title }: Joined) => (
    <a className="tap" href={to.proposal(locale, slug, no)}>
      {title}
    </a>
  );
  return (
    <>
      {into && (
        <p className="lead">
          {t.wentInto} {link(into)}
        </p>
      )}
      {from.length > 0 && (
        <section>
          <p>{t.cameFrom}</p>
          <ul>
            {from.map((one) => (
              <li key={one.no}>{link(one)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
