import { SheetGone } from '@/components/data/sheet';
import { actPage } from '@/components/page/act-page';
import { OrderProblems, OrderTrial } from '@/features/exchange/components/trial';
import { Brought, Underway } from '@/features/exchange/components/underway';
import { orderImportOf, orderImports, ordersPlan } from '@/features/exchange/queries';
import * as to from '@/lib/addresses';
import { keptSheet } from '@/lib/sheet/kept';

export default actPage([], async ({ locale, community, call, person, params }) => {
  const sheet = params.sheet ?? '';
  const back = to.desk(locale, community, 'sheets');
  if (!/^[0-9a-f]{64}$/.test(sheet) || !(await orderImports(call, undefined))) return null;
  const kept = await keptSheet({ personId: person, community, sheet: 'cases', hash: sheet });
  if (!kept) {
    const one = await orderImportOf(call, { hash: sheet });
    if (one) return <Brought one={one} community={community} back={back} locale={locale} />;
    return <SheetGone back={back} locale={locale} />;
  }
  const about = { kept, sheet, community, back, locale };
  if (kept.begunAt) return <Underway {...about} />;
  const plan = await ordersPlan(call, { hash: sheet });
  if (!plan) return null;
  const bad = kept.problems.length > 0;
  return bad ? <OrderProblems plan={plan} {...about} /> : <OrderTrial plan={plan} {...about} />;
});
