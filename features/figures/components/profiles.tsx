import { Sealed } from '@/components/data/sealed';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { canonical } from '@/lib/ledger';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { ProfileView } from '../queries/profiles';
import { lastDayBefore, type Pinned, saidOf, USUAL } from '../rules/profiles';

/** So much of a hash is compared by eye. */
const HASH = 16;

/** How something was counted, in one sentence that is enough to count it anew. */
export function profileSaid({ name, weights, fairlyTenths, from, hash }: Pinned, locale: Locale): string {
  const t = pick(messages, locale).profile;
  const since = from && hash ? t.since(formatDate(from, locale), hash.slice(0, HASH)) : '';
  return [t.say(t.names[name] ?? name, { ...weights, fairly: fairlyTenths }), since].join(locale === 'zh' ? '' : ' ');
}

/** Those that are and were in force, the latest first, and what holds where nothing was said. */
export function Profiles({ all, locale }: { all: readonly ProfileView[]; locale: Locale }) {
  const t = pick(messages, locale).profile;
  return (
    <Section title={t.title} id="profiles" brief={profileSaid(all[0] ?? USUAL, locale)}>
      <p>
        {t.lead} {t.public}
      </p>
      <ul className="entries">
        {all.map((one, at) => {
          const next = all[at - 1]?.from;
          return (
            <li key={one.hash}>
              <b>
                {t.until(formatDate(one.from ?? '', locale), next ? formatDate(lastDayBefore(next), locale) : null)}
              </b>{' '}
              {profileSaid({ ...one, from: null }, locale)}
              <p className="crumb">{t.why(one.reason)}</p>
              <Sealed title={t.sealed} text={canonical(saidOf(one))} hash={one.hash ?? ''} />
            </li>
          );
        })}
        <li>
          <b>{t.before}</b> {profileSaid(USUAL, locale)} {t.usual}
        </li>
      </ul>
    </Section>
  );
}
