import { Written } from '@/components/data/written';
import { StateBadge } from '@/components/page/title';
import { messages as people } from '@/features/people/messages';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { goesOn } from '../letters';
import { messages } from '../messages';
import type { inherited } from '../queries/handover';

interface Props {
  things: NonNullable<Awaited<ReturnType<typeof inherited>>>['things'];
  /** What there may be, in words. */
  kinds: Readonly<Record<string, string>>;
  community: string;
  locale: Locale;
}

/** Each thing with whom it came from, what was tried, and the way to go on. */
export function Inherited({ things, kinds, community, locale }: Props) {
  const { inherited: t, receiver, somebody } = pick(messages, locale);
  const { roles } = pick(people, locale);
  return (
    <ul className="entries">
      {things.map((one) => (
        <li key={`${one.item} ${one.at}`}>
          <h2>{receiver(kinds[one.kind] ?? one.kind, one.title)}</h2>
          <p>
            <StateBadge tone={one.open ? 'ochre' : 'soft'}>{one.open ? t.open : t.over}</StateBadge>
          </p>
          <p className="crumb">
            {(one.keeper ? t.left : t.from)(
              one.from ?? somebody,
              roles[one.role] ?? one.role,
              formatDate(one.at, locale),
            )}
          </p>
          {one.keeper && one.open && (
            <p>{t.keeper(one.keeper.name ?? somebody, roles[one.keeper.role] ?? one.keeper.role)}</p>
          )}
          {one.tried.length > 0 && <p className="tone-soft">{t.tried}</p>}
          {one.tried.map(({ words, at }) => (
            <p key={at}>
              <Written>{`${formatDate(at, locale)} · ${words}`}</Written>
            </p>
          ))}
          {one.open && one.no !== null && (
            <a className="tap" href={goesOn(one.kind, { locale, community, no: one.no })}>
              {t.go}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
