import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { nudgeCase } from '@/features/orders/actions';
import { messages } from '@/features/orders/messages';
import { myCase } from '@/features/orders/queries/mine';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await myCase(call, { no });
  if (!one) return null;
  const t = pick(messages, locale);
  const words = t.steps.nudge;
  const back = to.act(locale, community, 'cases', no);
  return (
    <Act
      crumb={{ href: back, label: one.title }}
      title={words.act}
      lead={words.lead}
      blocked={one.mayNudge ? null : one.nudged ? t.refusals.nudged_today : t.mine.notNow}
    >
      <KeptForm
        {...form}
        action={nudgeCase}
        about={{ case: no }}
        back={back}
        fields={[{ kind: 'textarea', name: 'words', label: words.words, rows: 3 }]}
        submitLabel={words.submit}
        cancel={{ href: back, label: t.one.back }}
      />
    </Act>
  );
});
