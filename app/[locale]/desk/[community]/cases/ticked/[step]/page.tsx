import { actPage } from '@/components/page/act-page';
import { TickedForm } from '@/features/orders/components/ticked';
import { messages } from '@/features/orders/messages';
import { tickedForm } from '@/features/orders/queries/ticked';
import { numbersFrom } from '@/features/orders/rules/filter';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, params, every }) => {
  const { step } = params;
  if (step !== 'assign' && step !== 'dispatch') return null;
  const found = await tickedForm(call, { step, numbers: numbersFrom(every('cases').join(',')) ?? [] });
  if (!found) return null;
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'cases');
  const nobody = found.fit.length === 0 && found.unfit.length === 0;
  return (
    <Act
      crumb={{ href: back, label: t.day.title }}
      title={step === 'dispatch' ? t.day.dispatchTicked : t.day.assignTicked}
      lead={found.fit.length > 0 ? t.day.lead(found.fit.length) : undefined}
      blocked={nobody ? t.day.noneTicked : null}
    >
      <TickedForm step={step} found={found} form={form} back={back} />
    </Act>
  );
});
