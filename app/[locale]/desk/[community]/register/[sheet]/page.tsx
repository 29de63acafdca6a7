import { RegisterTrial } from '@/features/people/components/register-plan';
import { registerPlan } from '@/features/people/queries/plan';
import { triedRegister } from './register-page';

export default triedRegister([])(async ({ locale, community, call, sheet, kept, back }) => {
  const plan = await registerPlan(call, { hash: sheet });
  return (
    plan && <RegisterTrial plan={plan} kept={kept} sheet={sheet} community={community} back={back} locale={locale} />
  );
});
