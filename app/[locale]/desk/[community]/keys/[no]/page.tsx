import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { KeyAlone } from '@/features/open311/components/keys';
import { messages } from '@/features/open311/messages';
import { keysPage } from '@/features/open311/queries/keys';
import * as to from '@/lib/addresses';
import { env } from '@/lib/env';
import { shownOnce } from '@/lib/shown-once';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const page = await keysPage(call, {});
  const one = page?.keys.find((key) => key.no === no);
  if (!page || !one) return null;
  const t = pick(messages, locale).keys;
  const secret = one.withdrawnAt ? null : await shownOnce(`${community}/${no}`);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'keys')}>{t.title}</a>}
        title={`${t.no(no)} ${one.name}`}
        {...(one.withdrawnAt && { state: { text: t.withdrawn, tone: 'soft' as const } })}
      />
      <KeyAlone
        one={one}
        secret={secret}
        mayWithdraw={page.mayWithdraw}
        site={env.url ?? ''}
        slug={community}
        locale={locale}
      />
    </>
  );
});
