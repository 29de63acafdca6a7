import { words } from '@/components/messages';
import { Section } from '@/components/page/section';
import { boardOf, DateList } from '@/features/programmes/components/dates';
import { messages } from '@/features/programmes/messages';
import type { boardWeek } from '@/features/programmes/queries/board';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  week: NonNullable<Awaited<ReturnType<typeof boardWeek>>>;
  slug: string;
  locale: Locale;
}

/** What is on this week; where nothing is, it leaves no hole. */
export function Week({ week, slug, locale }: Props) {
  if (week.occasions.length === 0) return null;
  const t = pick(messages, locale);
  return (
    <Section title={t.week.title} id="week" brief={words(locale).inAll(week.occasions.length)}>
      <DateList brief occasions={week.occasions} locale={locale} href={boardOf(locale, slug)} />
      <p>
        <a className="tap" href={to.programmes(locale, slug)}>
          {t.week.all}
        </a>
      </p>
    </Section>
  );
}
