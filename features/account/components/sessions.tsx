import { KeptForm } from '@/components/form/kept-form';
import { endSession, signOut } from '@/features/account/actions';
import { messages } from '@/features/account/messages';
import type { SessionView } from '@/features/account/queries';
import type { Locale } from '@/lib/edition';
import { formatDate, formatMoment } from '@/lib/words';

/** Every place one is signed in; this one leaves by signing out. */
export function Sessions({ sessions, current, locale }: { sessions: SessionView[]; current: string; locale: Locale }) {
  const t = messages[locale].sessions;
  return (
    <ul className="entries">
      {sessions.map((one) => (
        <li key={one.id}>
          <p>
            {one.id === current && <strong>{t.here} </strong>}
            {t.since(formatMoment(one.since, locale))} · {t.until(formatDate(one.until, locale))}
          </p>
          {one.id === current ? (
            <form action={signOut}>
              <input type="hidden" name="locale" value={locale} />
              <button type="submit" className="btn btn-ghost">
                {t.endHere}
              </button>
            </form>
          ) : (
            <KeptForm
              id={`end-${one.id}`}
              action={endSession}
              about={{ session: one.id }}
              locale={locale}
              submitLabel={t.end}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
