import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
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
      {step === 'contact' && choices.sees && (
        <Actions near>
          <ActionLink href={to.desk(locale, community, 'cases', no, 'contact')} ghost>
            {t.one.seeContact}
          </ActionLink>
        </Actions>
      )}
      <StepFields step={step} choices={choices} form={form} back={back} begun={begun?.body ?? ''} />
      {choices.templates.length > 0 && (
        <Section title={t.form.template} id="templates">
          <p>{t.form.templateLead}</p>
          {choices.templates.map((one) => (
            <details key={one.id}>
              <summary>{one.name}</summary>
              <p>
                <Written>{one.body}</Written>
              </p>
              <p>
                <a className="tap" href={`${path}?template=${one.id}`}>
                  {t.form.useTemplate}
                </a>
              </p>
            </details>
          ))}
        </Section>
      )}
    </Act>
  );
});
