import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { MyData } from '@/features/account/components/my-data';
import { messages } from '@/features/account/messages';
import { myData } from '@/features/account/queries';
import { HomesTaken } from '@/features/exports/components/homes-taken';
import { myHomesTaken } from '@/features/exports/queries/homes';

export default mePage(async ({ locale, person: personId }) => {
  const data = await myData(personId, undefined);
  const taken = await myHomesTaken(personId, undefined);
  const t = messages[locale].data;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <MyData data={data} locale={locale} />
      <HomesTaken taken={taken} locale={locale} />
    </>
  );
});
