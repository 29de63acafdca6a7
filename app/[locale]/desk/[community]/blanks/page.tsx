import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Blanks } from '@/features/blanks/components/blanks';
import { messages } from '@/features/blanks/messages';
import { blanksPage } from '@/features/blanks/queries/list';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, search }) => {
  const page = await blanksPage(call, { after: numberFrom(search.after ?? '') ?? null });
  if (!page) return null;
  const t = pick(messages, locale).list;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Blanks {...page} slug={community} locale={locale} problem={search.problem} />
    </>
  );
});
