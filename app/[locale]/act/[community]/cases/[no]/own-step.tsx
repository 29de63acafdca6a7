import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { nudgeCase, reworkCase } from '@/features/orders/actions';
import { messages } from '@/features/orders/messages';
import { myCase } from '@/features/orders/queries/mine';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The page on which somebody says something to a case of their own: how is it going, or that it is not solved. */
export const ownStep = (step: 'nudge' | 'rework') =>
  actPage(['no'], async ({ locale, community, no, call, form: begun }) => {
    const one = await myCase(call, { no });
    if (!one) return null;
    const t = pick(messages, locale);
    const words = t.steps[step];
    const back = to.act(locale, community, 'cases', no);
    const may = step === 'nudge' ? one.mayNudge : one.mayReopen;
    const form = {
      ...begun,
      about: { case: no },
      back,
      submitLabel: words.submit,
      cancel: { href: back, label: t.one.back },
    };
    const field = { kind: 'textarea', label: words.words, rows: 3 } as const;
    return (
      <Act
        crumb={{ href: back, label: one.title }}
        title={words.act}
        lead={words.lead}
        blocked={may ? null : step === 'nudge' && one.nudged ? t.refusals.nudged_today : t.mine.notNow}
      >
        {step === 'nudge' ? (
          <KeptForm {...form} action={nudgeCase} fields={[{ ...field, name: 'words' }]} />
        ) : (
          <KeptForm {...form} action={reworkCase} fields={[{ ...field, name: 'reason' }]} />
        )}
      </Act>
    );
  });
