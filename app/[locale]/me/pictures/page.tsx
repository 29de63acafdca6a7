import { Pager } from '@/components/data/pager';
import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { OwnPicture } from '@/features/depicted/components/own';
import { messages } from '@/features/depicted/messages';
import { myDepicted } from '@/features/depicted/queries';
import { messages as mine } from '@/features/me/messages';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

/** Pictures with somebody of one's home on them: whether they may hang. */
export default mePage(async ({ locale, person, search, path }) => {
  const { page, next } = await myDepicted(person, { after: numberFrom(search.after ?? '') ?? null });
  const { me: t } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.me(locale)}>{pick(mine, locale).me.title}</a>} title={t.title} lead={t.lead} />
      {page.length === 0 && <Empty text={t.none} />}
      {page.map((one) => (
        <OwnPicture key={one.id} one={one} locale={locale} />
      ))}
      <Pager locale={locale} {...(next === null ? {} : { next: `${path}?after=${next}` })} />
    </>
  );
});
