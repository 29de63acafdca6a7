import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { BroughtList } from '@/features/me/components/brought';
import { messages } from '@/features/me/messages';
import { myBrought } from '@/features/me/queries/brought';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person }) => {
  const brought = await myBrought(person, {});
  const t = pick(messages, locale).brought;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {brought.length === 0 ? <Empty text={t.none} /> : <BroughtList brought={brought} locale={locale} />}
    </>
  );
});
