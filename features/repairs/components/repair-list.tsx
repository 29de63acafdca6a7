import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { messages as proposals } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { RepairListed } from '../queries/list';

interface Props {
  repairs: readonly RepairListed[];
  href: (no: number) => string;
  locale: Locale;
}

/** What is done home by home, beside the sites: it has no page among them. */
export function RepairList({ repairs, href, locale }: Props) {
  if (repairs.length === 0) return null;
  const t = pick(messages, locale).beside;
  const { states } = pick(proposals, locale);
  return (
    <Section title={t.title} id="home-by-home">
      <p>{t.lead}</p>
      <ul className="entries">
        {repairs.map(({ no, title, state, startedAt }) => (
          <li key={no}>
            <a className="tap" href={href(no)}>
              <Written>{title}</Written>
            </a>
            <p className="crumb">
              {[states[state], startedAt === null ? t.listing : t.started(formatDate(startedAt, locale))].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
