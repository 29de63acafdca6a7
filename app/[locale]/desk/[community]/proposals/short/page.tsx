import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Act } from '@/features/proposals/components/act';
import { messages as proposals } from '@/features/proposals/messages';
import { setLimit } from '@/features/shortway/actions';
import * as acts from '@/features/shortway/acts';
import { messages } from '@/features/shortway/messages';
import { limitSet } from '@/features/shortway/queries/desk';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { formatMoney } from '@/lib/quantity';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const asked = await limitSet(call, {});
  if (!asked) return null;
  const t = pick(messages, locale).limit;
  const { limit } = asked.facts;
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'proposals'), label: pick(proposals, locale).desk.title }}
      title={t.title}
      lead={`${t.lead} ${limit === null ? t.unset : t.now(formatMoney(limit))}`}
      blocked={whyNot(acts.setLimit, asked) && t.notYours}
    >
      <KeptForm
        action={setLimit}
        fields={[
          {
            kind: 'text',
            name: 'limit',
            label: t.label,
            inputMode: 'decimal',
            ...(limit !== null && { defaultValue: (limit / 100).toFixed(2) }),
          },
        ]}
        submitLabel={t.submit}
        {...form}
      />
    </Act>
  );
});
