import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { chooseLooking } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { lookingChosen } from '@/features/proposals/queries/brought';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const asked = await lookingChosen(call, {});
  if (!asked) return null;
  const { looking: t, desk } = pick(messages, locale);
  const now = asked.facts.looksFirst ? 'yes' : 'no';
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'proposals'), label: desk.title }}
      title={t.title}
      lead={`${t.lead} ${t.now[now]}`}
      blocked={whyNot(acts.chooseLooking, asked) && t.notYours}
    >
      <KeptForm
        action={chooseLooking}
        fields={[
          {
            kind: 'radio',
            name: 'first',
            label: t.label,
            defaultValue: now,
            options: (['yes', 'no'] as const).map((value) => ({ value, label: t.options[value] })),
          },
        ]}
        submitLabel={t.submit}
        {...form}
      />
    </Act>
  );
});
