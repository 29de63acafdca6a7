import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Residents } from '@/features/people/components/residents';
import { messages } from '@/features/people/messages';
import { deskResidents } from '@/features/people/queries/residents';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';

export default actPage([], async ({ locale, community, call, path, search }) => {
  const after = numberFrom(search.after ?? '') ?? null;
  const found = await deskResidents(call, { after });
  if (!found) return null;
  const { residents: t } = messages[locale];
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'joins')}>{messages[locale].joins.title}</a>}
        title={t.title}
        lead={t.lead}
      />
      <Residents
        residents={found.residents}
        locale={locale}
        href={path}
        ends
        {...(after === null ? {} : { previous: path })}
        {...(found.next === null ? {} : { next: `${path}?after=${found.next}` })}
      />
    </>
  );
});
