import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { byEntrance, HomeTiles } from '@/features/alternatives/components/doors';
import { messages } from '@/features/alternatives/messages';
import { doorComparison } from '@/features/alternatives/queries/door';
import { messages as opinions } from '@/features/opinions/messages';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no', 'entrance'], async ({ locale, community, no, entrance, call }) => {
  const page = await doorComparison(call, { no });
  const here = page && byEntrance(page.homes).find(({ id }) => id === entrance);
  if (!here) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, community, 'alternatives', no)}>{page.title}</a>}
        title={pick(opinions, locale).entrance(here.building, here.entrance)}
        lead={t.door.progress(here.heard, here.homes.length)}
      />
      <HomeTiles homes={here.homes} no={no} slug={community} locale={locale} />
      <Actions>
        <ActionLink ghost href={to.door(locale, community, 'alternatives', no, 'sheet', entrance)}>
          {t.door.sheet}
        </ActionLink>
      </Actions>
    </>
  );
});
