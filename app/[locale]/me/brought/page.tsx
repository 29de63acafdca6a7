import { Pager } from '@/components/data/pager';
import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { BroughtList } from '@/features/me/components/brought';
import { messages } from '@/features/me/messages';
import { broughtFrom, myBrought } from '@/features/me/queries/brought';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, search, path }) => {
  const { brought, next } = await myBrought(person, { after: broughtFrom(search.after) });
  const { brought: t, me } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.me(locale)}>{me.title}</a>} title={t.title} lead={t.lead} />
      {brought.length === 0 ? <Empty text={t.none} /> : <BroughtList brought={brought} locale={locale} />}
      <Pager next={next ? `${path}?after=${next}` : undefined} locale={locale} />
    </>
  );
});
