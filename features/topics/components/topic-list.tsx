import type { ReactNode } from 'react';
import { ActionLink, Actions } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { TopicView } from '../moves/found';
import { CaseLine } from './case-line';

interface Props {
  topics: readonly TopicView[];
  mayPropose: boolean;
  /** What stands below the topic at this place of the list. */
  beside?: (at: number) => ReactNode;
  slug: string;
  locale: Locale;
}

/** So many of its cases stand below a topic. */
const SHOWN = 3;

const titleOf = ({ words }: Pick<TopicView, 'words'>, unnamed: string): string =>
  words.slice(0, 3).join(' · ') || unnamed;

/** Matters several complained of, each with why it stands there, its latest cases, and the one act there is. */
export function TopicList({ topics, mayPropose, beside, slug, locale }: Props) {
  const t = pick(messages, locale).list;
  return (
    <ol className="entries">
      {topics.map((topic, at) => {
        const [first] = topic.cases;
        const { latest } = topic.reasons;
        const rest = topic.cases.length - SHOWN;
        const open = topic.cases.filter(({ proposals }) => proposals.length === 0).length;
        const form = to.desk(locale, slug, 'topics', first?.no ?? 0, 'proposal');
        return (
          <li key={first?.no}>
            <h3>{titleOf(topic, t.unnamed)}</h3>
            <p>{t.why({ ...topic.reasons, latest: latest && formatDate(latest, locale) })}</p>
            <ul>
              {topic.cases.slice(0, SHOWN).map((one) => (
                <CaseLine key={one.no} one={one} slug={slug} locale={locale} />
              ))}
              {rest > 0 && (
                <li>
                  <a className="tap" href={form}>
                    {t.all(rest)}
                  </a>
                </li>
              )}
            </ul>
            {topic.proposals.length > 0 && (
              <p>
                {t.put}{' '}
                {topic.proposals.map(({ no, title }) => (
                  <a className="tap" key={no} href={to.desk(locale, slug, 'proposals', no)}>
                    {t.in(no, title)}
                  </a>
                ))}
              </p>
            )}
            {beside?.(at)}
            {mayPropose && open > 1 && (
              <Actions>
                <ActionLink href={form} ghost>
                  {t.propose}
                </ActionLink>
              </Actions>
            )}
          </li>
        );
      })}
    </ol>
  );
}
