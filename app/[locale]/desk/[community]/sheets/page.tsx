import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Imports } from '@/features/exchange/components/imports';
import { messages } from '@/features/exchange/messages';
import { orderImports } from '@/features/exchange/queries';
import { messages as sheetMessages } from '@/lib/sheet/messages';

export default actPage([], async ({ locale, community, call, search }) => {
  const imports = await orderImports(call, undefined);
  if (!imports) return null;
  const { title, lead, refusals } = messages[locale];
  const { content_missing, column_taken_twice } = refusals;
  const problems = { ...sheetMessages[locale].faults, content_missing, column_taken_twice };
  const problem = Object.entries(problems).find(([code]) => code === search.problem)?.[1];
  return (
    <>
      <PageTitle title={title} lead={lead} />
      <Imports imports={imports} community={community} locale={locale} problem={problem} />
    </>
  );
});
