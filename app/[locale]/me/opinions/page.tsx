import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { OwnWords } from '@/features/alternatives/components/own-words';
import { OwnOpinions } from '@/features/me/components/own-opinions';
import { messages } from '@/features/me/messages';
import { myHomes } from '@/features/me/queries';
import { mySaid } from '@/features/me/queries/said';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person }) => {
  const homes = await myHomes(person, {});
  const said = await Promise.all(
    homes.map(async (home) => {
      const call = { by: { person }, community: home.community };
      return { home, ...((await mySaid(call, {})) ?? { opinions: [], words: [] }) };
    }),
  );
  const t = pick(messages, locale).opinions;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {said.every(({ opinions, words }) => opinions.length + words.length === 0) && <Empty text={t.none} />}
      {said.map(({ home, words }) => (
        <OwnWords key={home.community} all={words} slug={home.community} locale={locale} />
      ))}
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
