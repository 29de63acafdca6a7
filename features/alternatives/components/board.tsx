import { Written } from '@/components/data/written';
import { ActionLink, Actions, Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatUntil, pick } from '@/lib/words';
import { messages } from '../messages';
import type { BoardComparison } from '../queries/board';
import { letterOf } from '../rules';
import { outcomeOf } from './result';

interface Props {
  found: BoardComparison;
  now: Date;
  slug: string;
  locale: Locale;
}

/** On the page of its proposal: what is asked, and what came of it. */
export function AlternativesBrief({ found, now, slug, locale }: Props) {
  const t = pick(messages, locale);
  const says = outcomeOf(found, formatUntil(found.closesAt, locale), now, locale);
  return (
    <Section title={t.board.title} id="alternatives" brief={says[0]}>
      {says.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <ol className="ways">
        {found.alternatives.map((one) => (
          <li key={one.position}>
            <b>{t.named(letterOf(one.position), one.title)}</b> <Written>{one.summary}</Written>
          </li>
        ))}
      </ol>
      <Actions>
        <ActionLink href={to.alternatives(locale, slug, found.no)} ghost>
          {t.board.all}
        </ActionLink>
      </Actions>
    </Section>
  );
}
