import { Section } from '@/components/page/section';
import { waitsAbove } from '@/features/desk/queries/above';
import { waitsInMyOffices } from '@/features/desk/queries/door';
import { messages } from '@/features/me/messages';
import type { MyToday } from '@/features/me/queries';
import { messages as offices } from '@/features/offices/messages';
import { messages as people } from '@/features/people/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface Props {
  today: Pick<MyToday, 'roles' | 'offices' | 'over'>;
  person: number;
  locale: Locale;
}

/** A line for each office: where its work is, and how much waits there; of what is over, where one reads who keeps it. */
export async function Work({ today: { roles, offices: above, over }, person, locale }: Props) {
  if (roles.length + above.length + over.length === 0) return null;
  const { me: t } = pick(messages, locale);
  const roleNames: Record<string, string> = pick(people, locale).roles;
  const aboveLines = [];
  for (const one of above) aboveLines.push({ ...one, waits: (await waitsAbove(person, one)).length });
  const waiting = roles.length > 0 ? await waitsInMyOffices(person) : [];
  const lines = roles.map((one) => {
    const here = waiting.find(({ community }) => community === one.community);
    return { ...one, waits: (one.role === 'captain' ? here?.doors : here?.desk) ?? 0 };
  });
  return (
    <Section title={t.work} id="work">
      <ul className="entries">
        {aboveLines.map((one) => (
          <li key={`${one.district}-${one.office}`}>
            <a className="tap" href={to.office(locale, one.district)}>
              {t.desk(one[locale], pick(offices, locale).offices[one.office])}
            </a>
            <p className="crumb">{t.deskWaits(one.waits)}</p>
          </li>
        ))}
        {lines.map((one) => {
          const captain = one.role === 'captain';
          return (
            <li key={`${one.community}-${one.role}`}>
              <a className="tap" href={(captain ? to.door : to.desk)(locale, one.community)}>
                {(captain ? t.door : t.desk)(one[locale], roleNames[one.role] ?? one.role)}
              </a>
              <p className="crumb">{(captain ? t.doorsWait : t.deskWaits)(one.waits)}</p>
            </li>
          );
        })}
        {over.map((one) => (
          <li key={`${one.community}-over`}>
            <a className="tap" href={to.desk(locale, one.community)}>
              {t.over(one[locale], roleNames[one.role] ?? one.role)}
            </a>
            {/* What ends at midnight lasted until the day before. */}
            <p className="crumb">{t.overOn(formatDate(new Date(Date.parse(one.to) - 1), locale))}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
