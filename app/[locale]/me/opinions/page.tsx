import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { OwnOpinions } from '@/features/me/components/own-opinions';
import { messages } from '@/features/me/messages';
import { myHomes } from '@/features/me/queries';
import { myOpinions } from '@/features/opinions/queries/mine';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person }) => {
  const homes = await myHomes(person, {});
  const said = await Promise.all(
    homes.map(async (home) => ({
      home,
      opinions: (await myOpinions({ by: { person }, community: home.community }, {})) ?? [],
    })),
  );
  const t = pick(messages, locale).opinions;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {said.every(({ opinions }) => opinions.length === 0) && <Empty text={t.none} />}
      {said.map(({ home, opinions }) => (
        <OwnOpinions
          key={home.community}
          slug={home.community}
          name={said.length > 1 ? home[locale] : null}
          opinions={opinions}
          locale={locale}
        />
      ))}
    </>
  );
});
