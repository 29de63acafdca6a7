import { ActionForm } from '@/components/form/action-form';
import { messages as people } from '@/features/people/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { readLetter } from '../actions';
import { messages } from '../messages';
import type { LetterView } from '../queries';
import { wayOf } from '../rules';

/** What was given: a role, and for a captain where: `captain 14 2`. */
function duty(detail: string, locale: Locale): string {
  const { roles, entrance } = pick(people, locale);
  const [, role = detail, building, no] = /^(\S+) (.+) (\d+)$/.exec(detail) ?? [];
  const name = roles[role] ?? role;
  return building ? `${name} · ${entrance(building, Number(no))}` : name;
}

/** What a letter says; one of a kind without words of its own still says what it is about. */
function sentence({ kind, detail }: LetterView, locale: Locale): string {
  const t = pick(messages, locale);
  const about = kind === 'grant_given' ? duty(detail, locale) : detail;
  return t.letters[kind]?.(about) ?? t.letterOther(about);
}

/** Letters, each with the way to what it is about; opening one marks it read. */
export function Letters({ letters, locale, back }: { letters: readonly LetterView[]; locale: Locale; back: string }) {
  const t = pick(messages, locale);
  return (
    <ul className="entries">
      {letters.map((one) => (
        <li key={one.id}>
          {one.read || one.over ? <p>{sentence(one, locale)}</p> : <strong>{sentence(one, locale)}</strong>}
          <p className="crumb">
            {one.community[locale]} · <time dateTime={one.at}>{formatMoment(one.at, locale)}</time> ·{' '}
            {one.read ? t.list.read : one.over ? t.list.over : t.list.unread}
          </p>
          {one.read ? (
            <a className="tap" href={to.inLocale(one.subject, locale)}>
              {t.list.again}
            </a>
          ) : (
            <ActionForm
              id={`letter-${one.id}`}
              action={readLetter}
              fields={[]}
              hidden={{ locale, letter: String(one.id), back }}
              submitLabel={t.list.ways[wayOf(one.subject)]}
              ghost
              locale={locale}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
