import { ErrorPage } from '@/components/page/error-page';
import { messages } from '@/components/page/messages';
import { home } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';

/** What stands on a page somebody has asked for too often. The page has called `missing(429, seconds)`. */
export function TooOften({ locale, seconds }: { locale: Locale; seconds: number }) {
  const t = messages[locale];
  const text = t.tooOftenText(Math.ceil(seconds / 60));
  return <ErrorPage title={t.tooOftenTitle} text={text} way={{ href: home(locale), label: t.missingWay }} />;
}
