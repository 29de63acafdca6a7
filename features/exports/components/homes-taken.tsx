import { Section } from '@/components/page/section';
import { messages as orders } from '@/features/orders/messages';
import { messages as people } from '@/features/people/messages';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import type { HomeTaken } from '../queries/homes';

/** In which sheets one's home was, by which office and when; nothing where it was in none. */
export function HomesTaken({ taken, locale }: { taken: readonly HomeTaken[]; locale: Locale }) {
  const t = pick(messages, locale).blank.homes;
  const { home } = people[locale];
  const { offices } = pick(orders, locale);
  if (taken.length === 0) return null;
  return (
    <Section title={t.title} id="sheets">
      <p>{t.lead}</p>
      <ul>
        {taken.map((one) => (
          <li key={`${one.slug} ${one.building} ${one.entrance} ${one.door} ${one.at.toISOString()}`}>
            {t.line(
              home(one.building, one.entrance, one.door),
              offices[one.role] ?? one.role,
              formatMoment(one.at, locale),
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
