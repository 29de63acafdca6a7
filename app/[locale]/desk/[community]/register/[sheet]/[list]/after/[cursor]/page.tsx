import { TrialPage } from '@/features/people/components/register-lists';
import { registerPlan } from '@/features/people/queries/plan';
import { LISTS } from '@/features/people/queries/plan-lists';
import { triedRegister } from '../../../register-page';

export default triedRegister(['cursor'])(async ({ locale, community, call, params, cursor: after, sheet, kept }) => {
  const name = LISTS.find((one) => one === params.list);
  if (!name) return null;
  const plan = await registerPlan(call, { hash: sheet, list: name, after });
  if (!plan?.lists[name].count) return null;
  return <TrialPage file={kept.file} name={name} plan={plan} sheet={sheet} community={community} locale={locale} />;
});
