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
}

/** Both sides beside each other, each with what it says. */
export function Pair({ asks, bears, slug, locale }: Props) {
  const t = pick(messages, locale).opposites;
  const list = (of: Props['asks']) => (
    <ul>
      {of.map(({ complaint, words }) => (
        <CaseLine key={complaint.no} one={complaint} slug={slug} locale={locale} says={words && t.says(words)} />
      ))}
    </ul>
  );
  return (
    <Sides
      items={[
        { key: 'asks', title: t.asks, children: list(asks) },
        { key: 'bears', title: t.bears, children: list(bears) },
      ]}
    />
  );
}
