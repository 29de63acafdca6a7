import { Explained } from '@/components/data/explained';
import { KeptForm } from '@/components/form/kept-form';
import { leadsTo, sortOf } from '@/features/rooms';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { readLetter } from '../actions';
import { messages } from '../messages';
import type { LetterView } from '../queries';

/** What a letter says; one of a kind no room knows any more still says that it is there. */
function sentence({ kind, detail }: LetterView, locale: Locale): string {
  const sort = sortOf(kind);
  return sort ? pick(sort.words, locale)(detail as never) : pick(messages, locale).letterOther;
}

/** Letters, each with the way to what it is about; opening one marks it read. */
export function Letters({ letters, locale }: { letters: readonly LetterView[]; locale: Locale }) {
  const t = pick(messages, locale);
  const saying = (one: LetterView) => <Explained locale={locale}>{sentence(one, locale)}</Explained>;
  return (
    <ul className="entries">
      {letters.map((one) => (
        <li key={one.id}>
          {one.read || one.over ? <p>{saying(one)}</p> : <strong>{saying(one)}</strong>}
          <p className="crumb">
            {one.community[locale]} · <time dateTime={one.at}>{formatMoment(one.at, locale)}</time> ·{' '}
            {one.read ? t.list.read : one.over ? (one.old ? t.list.old : t.list.over) : t.list.unread}
          </p>
          {one.read ? (
            <a className="tap" href={leadsTo({ ...one, community: one.community.slug }, locale)}>
              {t.list.again}
            </a>
          ) : (
            <KeptForm
              id={`letter-${one.id}`}
              action={readLetter}
              about={{ letter: one.id }}
              submitLabel={t.list.ways[sortOf(one.kind)?.way ?? 'look']}
              ghost
              locale={locale}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
