import { actPage } from '@/components/page/act-page';
import { ResidentOver } from '@/features/people/components/residents';
import { resident } from '@/features/people/queries/residents';
import * as to from '@/lib/addresses';

export default actPage(['resident'], async ({ locale, community, resident: no, call }) => {
  const found = await resident(call, { no });
  if (!found) return null;
  return (
    <ResidentOver
      resident={found}
      act="end"
      community={community}
      locale={locale}
      back={to.desk(locale, community, 'residents')}
    />
  );
});
