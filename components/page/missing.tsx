import { ErrorPage } from '@/components/page/error-page';
import { messages } from '@/components/page/messages';
import { community, home } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';

/** What stands on a page that is not there. The page has called `missing()` for its status. */
export function Missing({ locale, slug }: { locale: Locale; slug?: string }) {
  const t = messages[locale];
  const href = slug ? community(locale, slug) : home(locale);
  return <ErrorPage title={t.missingTitle} text={t.missingText} way={{ href, label: t.missingWay }} />;
}
