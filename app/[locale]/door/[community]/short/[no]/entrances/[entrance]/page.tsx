import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { spokenProofFields } from '@/features/opinions/components/fields';
import { doorNamed } from '@/features/opinions/components/quiet';
import { Act } from '@/features/proposals/components/act';
import { recordShortObjection } from '@/features/shortway/actions';
import { messages } from '@/features/shortway/messages';
import { doorShort } from '@/features/shortway/queries/own';
import { messages as notices } from '@/features/signoff/messages';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no', 'entrance'], async ({ locale, community, no, entrance, call, form }) => {
  const page = await doorShort(call, { no, entrance });
  if (!page?.here) return null;
  const t = pick(messages, locale);
  const { household, words } = pick(notices, locale).door;
  const homes = page.homes.map((one) => ({ value: String(one.household), label: doorNamed(one, locale) }));
  return (
    <Act
      crumb={{ href: to.door(locale, community, 'short', no), label: page.title }}
      title={t.propose.entrance(page.here.building, page.here.no)}
      lead={t.door.lead}
      blocked={page.hangs ? null : t.door.over}
    >
      <KeptForm
        action={recordShortObjection}
        fields={[
          { kind: 'select', name: 'household', label: household, options: homes },
          { kind: 'textarea', name: 'words', label: words, rows: 5 },
          ...spokenProofFields(locale),
        ]}
        {...form}
        about={{ proposal: no, shown: page.shown }}
        submitLabel={t.door.submit}
      />
    </Act>
  );
});
