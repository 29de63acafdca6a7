import { enterAs } from '@/features/account/actions';
import { messages } from '@/features/account/messages';
import type { Locale } from '@/lib/edition';

/** One button an identity; a plain form that needs no scripts. */
export function Identities({ identities, locale, back }: { identities: string[]; locale: Locale; back: string }) {
  const t = messages[locale];
  const order = Object.keys(t.identities);
  const sorted = identities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <form action={enterAs} className="form">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <ul className="entries">
        {sorted.map((identity) => (
          <li key={identity}>
            <button type="submit" className="btn btn-ghost" name="identity" value={identity} data-identity={identity}>
              {t.identities[identity]?.name ?? identity}
            </button>
            {t.identities[identity] && <p>{t.identities[identity].does}</p>}
          </li>
        ))}
      </ul>
    </form>
  );
}
