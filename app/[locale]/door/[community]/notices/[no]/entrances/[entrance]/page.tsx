import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { proofFields } from '@/features/opinions/components/fields';
import { doorNamed } from '@/features/opinions/components/quiet';
import { Act } from '@/features/proposals/components/act';
import { recordOpposition } from '@/features/signoff/actions';
import { messages } from '@/features/signoff/messages';
import { doorNotice } from '@/features/signoff/queries/door';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no', 'entrance'], async ({ locale, community, no, entrance, call, form }) => {
  const page = await doorNotice(call, { no, entrance });
  if (!page?.here) return null;
  const t = pick(messages, locale).door;
  const homes = page.homes.map((one) => ({ value: String(one.household), label: doorNamed(one, locale) }));
  return (
    <Act
      crumb={{ href: to.door(locale, community, 'notices', no), label: page.title }}
      title={t.entrance(page.here.building, page.here.no)}
      lead={t.lead}
      blocked={page.running ? null : t.over}
    >
      <KeptForm
        action={recordOpposition}
        fields={[
          { kind: 'select', name: 'household', label: t.household, options: homes },
          { kind: 'textarea', name: 'words', label: t.words, rows: 5 },
          ...proofFields(locale, page.witnesses),
        ]}
        {...form}
        about={{ proposal: no, shown: page.shown }}
        submitLabel={t.submit}
      />
      <p>{t.saved}</p>
    </Act>
  );
});
