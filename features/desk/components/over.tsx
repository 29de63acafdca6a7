import { Written } from '@/components/data/written';
import { ErrorPage } from '@/components/page/error-page';
import { messages as page } from '@/components/page/messages';
import { Section } from '@/components/page/section';
import { messages as people } from '@/features/people/messages';
import { leftIn } from '@/features/rooms';
import type { LeftBehindPage } from '@/features/terms/queries/left-behind';
import type { Role } from '@/lib/actor';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatList, pick } from '@/lib/words';
import { messages } from '../messages';

interface Props {
  over: { role: Role; to: Date };
  left: LeftBehindPage | undefined;
  community: { slug: string; nameZh: string; nameEn: string };
  locale: Locale;
}

/** What they handed over and who keeps it now, by office: of what hangs on the board by its name, of the rest by number. */
function Handed({ left, locale }: { left: LeftBehindPage; locale: Locale }) {
  const t = pick(messages, locale).over;
  const { roles } = pick(people, locale);
  const kinds = leftIn(locale);
  const office = (role: string) => roles[role] ?? roles['party-secretary'] ?? role;
  const open = left.open.map(({ kind, n }) => t.kind(kinds[kind] ?? kind, n));
  return (
    <Section title={t.handed} id="handed">
      {left.hung.length + left.others.length === 0 && <p>{t.nothing}</p>}
      <ul>
        {left.hung.map((one) => (
          <li key={one.item}>
            <Written>{t.now(one.title, office(one.to), formatDate(one.at, locale))}</Written>
          </li>
        ))}
        {left.others.map(({ kind, to: role, n }) => (
          <li key={`${kind} ${role}`}>{t.several(kinds[kind] ?? kind, n, office(role))}</li>
        ))}
      </ul>
      {open.length > 0 && <p>{t.open(formatList(open, locale))}</p>}
      <p className="crumb">{t.list}</p>
    </Section>
  );
}

/** Instead of every page of a desk somebody worked at: until when, who keeps what was theirs, and where their own data is. */
export function Over({ over, left, community: { slug, nameZh, nameEn }, locale }: Props) {
  const t = pick(messages, locale).over;
  const role = pick(people, locale).roles[over.role] ?? over.role;
  // What ends at midnight lasted until the day before.
  const day = formatDate(new Date(over.to.getTime() - 1), locale);
  const ways = [
    ...(over.role === 'governance-secretary' ? [{ href: `${to.community(locale, slug)}/terms`, label: t.terms }] : []),
    { href: to.me(locale, 'data'), label: page[locale].data },
    { href: to.me(locale, 'letters'), label: t.letters },
  ];
  return (
    <ErrorPage
      title={t.title}
      text={t.text(locale === 'zh' ? nameZh : nameEn, role, day)}
      way={{ href: `${to.community(locale, slug)}/keepers`, label: t.keepers }}
    >
      {left && <p>{t.succeeded[left.succeeded ? 'yes' : 'no'](role)}</p>}
      {left && <Handed left={left} locale={locale} />}
      <Section title={t.yours} id="yours">
        <p>{t.data}</p>
        <ul className="ways">
          {ways.map(({ href, label }) => (
            <li key={href}>
              <a className="tap" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </ErrorPage>
  );
}
