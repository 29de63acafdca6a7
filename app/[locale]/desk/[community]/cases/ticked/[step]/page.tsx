import { actPage } from '@/components/page/act-page';
import { tickedWords } from '@/features/orders/components/did';
import { TickedForm } from '@/features/orders/components/ticked';
import { messages } from '@/features/orders/messages';
import { isTickedStep, tickedForm } from '@/features/orders/queries/ticked';
import { asking, filterFrom, numbersFrom } from '@/features/orders/rules/filter';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, params, path, search, every }) => {
  const { step = '' } = params;
  if (!isTickedStep(step)) return null;
  const found = await tickedForm(call, { step, numbers: numbersFrom(every('cases').join(',')) ?? [] });
  if (!found) return null;
  const t = pick(messages, locale);
  const list = to.desk(locale, community, 'cases');
  const filter = filterFrom(search);
  const left = found.unfit.map(({ no }) => no).join(',') || null;
  const begin = (template: number) => `${path}${asking(filter, { cases: every('cases').join(','), template })}`;
  const nobody = found.fit.length === 0 && found.unfit.length === 0;
  return (
    <Act
      crumb={{ href: `${list}${asking(filter, {})}`, label: t.day.title }}
      title={tickedWords(step, locale)}
      lead={found.fit.length > 0 ? t.day.lead(found.fit.length) : undefined}
      blocked={nobody ? t.day.noneTicked : null}
    >
      <TickedForm
        step={step}
        found={found}
        form={form}
        back={`${list}${asking(filter, { done: step, left })}`}
        begin={begin}
        begun={numberFrom(search.template ?? '')}
      />
    </Act>
  );
});
