import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { spokenProofFields } from '@/features/opinions/components/fields';
import { Quiet } from '@/features/opinions/components/quiet';
import { Act } from '@/features/proposals/components/act';
import { recordUnit } from '@/features/repairs/actions';
import * as acts from '@/features/repairs/acts';
import { verdictFields } from '@/features/repairs/components/fields';
import { homeOf, repairedIn } from '@/features/repairs/components/units';
import { unitShown } from '@/features/repairs/input';
import { messages } from '@/features/repairs/messages';
import { doorUnit } from '@/features/repairs/queries/own';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

export default actPage(['unit'], async ({ locale, community, unit, call, form }) => {
  const page = await doorUnit(call, { unit });
  if (!page) return null;
  const t = pick(messages, locale).door;
  const refusal = whyNot(acts.recordUnit, page.asked);
  return (
    <Act
      crumb={{ href: to.door(locale, community, 'repairs'), label: t.title }}
      title={`${homeOf(page)} · ${page.title}`}
      lead={t.lead}
      blocked={refusal && inWords(refusal, locale, messages).message}
    >
      {page.repaired && <p>{pick(messages, locale).own.asRepaired(repairedIn(page.repaired, locale))}</p>}
      {page.quiet && <Quiet locale={locale} />}
      <KeptForm
        action={recordUnit}
        fields={[...verdictFields(locale, page.today), ...spokenProofFields(locale, { quiet: page.quiet })]}
        {...form}
        about={{ unit, shown: showing(unitShown(page)) }}
        submitLabel={t.submit}
      />
    </Act>
  );
});
