import { pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/siteplan/messages';
import { deskSites } from '@/features/siteplan/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The pages of a compound's site plan at the desk. */
export const sitePage = pagesOf(['compound'], async ({ locale, community, compound, call, form }) => {
  const [site] = (await deskSites(call, { compound })) ?? [];
  const t = pick(messages, locale);
  return (
    site && {
      site,
      t,
      crumb: { href: to.desk(locale, community, 'site'), label: t.desk.back },
      form: { ...form, about: { compound, rowVersion: site.draft?.rowVersion } },
    }
  );
});
