import { actPage } from '@/components/page/act-page';
import { StepFields } from '@/features/orders/components/step-form';
import { messages } from '@/features/orders/messages';
import { stepForm } from '@/features/orders/queries/choices';
import { isDeskStep } from '@/features/orders/queries/one';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form, params, path, search }) => {
  const step = params.step ?? '';
  if (!isDeskStep(step)) return null;
  const choices = await stepForm(call, { no, step });
  if (!choices) return null;
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'cases', no);
  const begun = choices.templates.find(({ id }) => id === numberFrom(search.template ?? ''));
  return (
    <Act
      crumb={{ href: back, label: choices.title || String(no) }}
      title={t.steps[step].act}
      lead={t.steps[step].lead}
      blocked={choices.block && inWords(choices.block, locale, messages).message}
    >
      {choices.templates.length > 0 && (
        <ul className="entries" aria-label={t.form.template}>
          {choices.templates.map((one) => (
            <li key={one.id}>
              <a className="tap" href={`${path}?template=${one.id}`}>
                {one.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <StepFields step={step} choices={choices} form={form} back={back} begun={begun?.body ?? ''} />
    </Act>
  );
});
