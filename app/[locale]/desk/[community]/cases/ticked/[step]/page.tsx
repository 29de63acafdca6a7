import { actPage } from '@/components/page/act-page';
import { TickedForm } from '@/features/orders/components/ticked';
import { messages } from '@/features/orders/messages';
import { isTickedStep, tickedForm } from '@/features/orders/queries/ticked';
import { asking, filterFrom, numbersFrom } from '@/features/orders/rules/filter';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, params, search, every }) => {
  const { step = '' } = params;
  if (!isTickedStep(step)) return null;
  const found = await tickedForm(call, { step, numbers: numbersFrom(every('cases').join(',')) ?? [] });
  if (!found) return null;
  const t = pick(messages, locale);
  const back = `${to.desk(locale, community, 'cases')}${asking(filterFrom(search), {})}`;
  const nobody = found.fit.length === 0 && found.unfit.length === 0;
  return (
    <Act
      crumb={{ href: back, label: t.day.title }}
      title={
        step === 'dispatch'
          ? t.day.dispatchTicked
          : step === 'assign'
            ? t.day.assignTicked
            : t.day.together(t.steps[step].act)
      }
      lead={found.fit.length > 0 ? t.day.lead(found.fit.length) : undefined}
      blocked={nobody ? t.day.noneTicked : null}
    >
      <TickedForm step={step} found={found} form={form} back={back} />
    </Act>
  );
});
