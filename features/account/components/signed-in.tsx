import { signOut } from '@/features/account/actions';
import { messages } from '@/features/account/messages';
import type { whoAmI } from '@/features/account/queries';
import type { Locale } from '@/lib/edition';
import { maskedPhone } from '@/lib/phone';

/** Whose pages these are, and the way out, on every one of them: a telephone is often shared. */
export function SignedIn({ who, locale }: { who: Awaited<ReturnType<typeof whoAmI>>; locale: Locale }) {
  const t = messages[locale].signedIn;
  const name = who?.name ?? (who?.phone ? maskedPhone(who.phone) : t.nameless);
  return (
    <form action={signOut} className="signed-in">
      <span>{t.as(name)}</span>
      <input type="hidden" name="locale" value={locale} />
      <button type="submit" className="tap">
        {t.leave}
      </button>
    </form>
  );
}
