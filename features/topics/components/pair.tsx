import { Sides } from '@/components/data/facts';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Complaint } from '../moves';
import { CaseLine } from './case-line';

interface Props {
  asks: readonly { complaint: Complaint; words?: string }[];
  bears: readonly { complaint: Complaint; words?: string }[];
  slug: string;
  locale: Locale;
  /** Of its two titles, where it stands right below the page's. */
  level?: 2 | 3;
}

/** So many of each side stand there, the latest. */
const SHOWN = 5;

/** Both sides beside each other, each with what it says. */
export function Pair({ asks, bears, slug, locale, level = 3 }: Props) {
  const { opposites: t, list: words } = pick(messages, locale);
  const list = (of: Props['asks']) => (
    <ul>
      {of.slice(-SHOWN).map(({ complaint, words: said }) => (
        <CaseLine key={complaint.no} one={complaint} slug={slug} locale={locale} says={said && t.says(said)} />
      ))}
      {of.length > SHOWN && <li>{words.all(of.length - SHOWN)}</li>}
    </ul>
  );
  return (
    <Sides
      level={level}
      items={[
        { key: 'asks', title: t.asks, children: list(asks) },
        { key: 'bears', title: t.bears, children: list(bears) },
      ]}
    />
  );
}
