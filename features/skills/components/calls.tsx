import { Written } from '@/components/data/written';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { StateBadge } from '@/components/page/title';
import { clockOf } from '@/features/programmes/messages';
import { messages } from '@/features/skills/messages';
import type { Called } from '@/features/skills/queries/board';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatWeekday, pick } from '@/lib/words';

interface Props {
  calls: readonly Called[];
  slug: string;
  locale: Locale;
}

/** The day, and where it is for something that begins on it, the hour. */
export const whenWanted = ({ day, startsAt }: Pick<Called, 'day' | 'startsAt'>, locale: Locale): string =>
  startsAt !== null && shanghaiDate(new Date(startsAt)) === day
    ? `${formatWeekday(day, locale)} ${clockOf(startsAt)}`
    : formatWeekday(day, locale);

/** Whom help is wanted from, and who was thanked for it: by name whoever wants to be named. */
export function Calls({ calls, slug, locale }: Props) {
  const t = pick(messages, locale).board;
  return (
    <ul className="entries">
      {calls.map((one) => (
        <li key={one.no}>
          <h3>
            <Written>{one.title}</Written>
          </h3>
          <p className="tone-soft">
            {`${whenWanted(one, locale)} · `}
            <Written>{one.place}</Written>
            {!one.thanked && ` · ${t.people(one.people)}`}
          </p>
          {one.words && !one.thanked && (
            <p>
              <Written>{one.words}</Written>
            </p>
          )}
          {one.thanked && (
            <p>
              <Written>{one.thanks}</Written>
            </p>
          )}
          {one.names.length > 0 && (
            <p>
              <Written>{t.named(one.names.join(locale === 'zh' ? '、' : ', '))}</Written>
            </p>
          )}
          {one.cancelled && (
            <p>
              <StateBadge tone="seal">
                <Written>{t.cancelled(one.reason)}</Written>
              </StateBadge>
            </p>
          )}
          {!one.thanked && !one.cancelled && one.enough && <StateBadge tone="jade">{t.enough}</StateBadge>}
          {!one.thanked && !one.cancelled && !one.enough && (
            <Actions>
              <ActionLink ghost href={to.act(locale, slug, 'help', one.no)}>
                {t.join}
              </ActionLink>
            </Actions>
          )}
          {one.works !== null && (
            <a className="tap" href={to.works(locale, slug, one.works)}>
              {t.ofWorks}
            </a>
          )}
          {one.programme !== null && (
            <a className="tap" href={to.programmes(locale, slug, one.programme)}>
              {t.ofProgramme}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The same on the page of what it is for; where nothing is wanted and nobody was thanked, it leaves no hole. */
export function HelpFor({ calls, slug, locale }: Props) {
  if (calls.length === 0) return null;
  return (
    <Section title={pick(messages, locale).board.wanted} id="help">
      <Calls calls={calls.map((one) => ({ ...one, works: null, programme: null }))} slug={slug} locale={locale} />
    </Section>
  );
}
