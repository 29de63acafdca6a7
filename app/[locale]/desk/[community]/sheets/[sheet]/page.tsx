import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { OrderProblems, OrderTrial } from '@/features/exchange/components/trial';
import { messages } from '@/features/exchange/messages';
import { orderImports, ordersPlan } from '@/features/exchange/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { keptSheet } from '@/lib/sheet/kept';

export default actPage([], async ({ locale, community, call, person, params }) => {
  const sheet = params.sheet ?? '';
  const back = to.desk(locale, community, 'sheets');
  if (!/^[0-9a-f]{64}$/.test(sheet) || !(await orderImports(call, undefined))) return null;
  const kept = await keptSheet({ personId: person, community, sheet: 'cases', hash: sheet });
  const t = messages[locale];
  if (!kept) {
    missing(410);
    return (
      <>
        <Notice title={t.gone} />
        <Actions>
          <ActionLink href={back}>{t.again}</ActionLink>
        </Actions>
      </>
    );
  }
  const about = { kept, sheet, community, back, locale };
  if (kept.problems.length > 0) return <OrderProblems {...about} />;
  const plan = await ordersPlan(call, { hash: sheet });
  return plan ? <OrderTrial plan={plan} {...about} /> : null;
});
