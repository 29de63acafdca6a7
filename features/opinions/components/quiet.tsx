import { Notice } from '@/components/page/notice';
import { StateBadge } from '@/components/page/title';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';

/** 请勿上门, where one home is named among others. */
export function QuietMark({ locale }: { locale: Locale }) {
  return <StateBadge tone="ochre">{pick(messages, locale).door.quiet}</StateBadge>;
}

/** 请勿上门, on the page of a home: how it can be asked all the same. */
export function Quiet({ locale }: { locale: Locale }) {
  const t = pick(messages, locale).door;
  return (
    <Notice kind="warn" title={t.quiet}>
      <p>{t.quietWhy}</p>
    </Notice>
  );
}

/** A door in a list to choose from or to print. */
export const doorNamed = ({ door, quiet }: { door: string; quiet: boolean }, locale: Locale): string =>
  quiet ? `${door} · ${pick(messages, locale).door.quiet}` : door;
