import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { OwnObjection } from '@/features/objections/components/own-objection';
import { messages } from '@/features/objections/messages';
import { myObjections } from '@/features/objections/queries/raised';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, search }) => {
  const all = await myObjections(person, {});
  const { done, at } = search;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.mine.title} lead={all.length > 0 && t.mine.lead} />
      {all.length === 0 && <Empty text={t.mine.none} />}
      {all.map((one) => {
        const key = `${one.community}-${one.proposal}-${one.objection}-${one.household}`;
        return <OwnObjection key={key} one={one} locale={locale} kept={key === at ? done : undefined} />;
      })}
    </>
  );
});
