import { PageTitle } from '@/components/page/title';
import { MyData } from '@/features/account/components/my-data';
import { messages } from '@/features/account/messages';
import { myData } from '@/features/account/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function MyDataPage({ params }: P) {
  const locale = localeFrom((await params).locale);
  const personId = await requirePerson(locale, to.me(locale, 'data'));
  const data = await myData(personId, undefined);
  const t = messages[locale].data;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <MyData data={data} locale={locale} />
    </>
  );
}
