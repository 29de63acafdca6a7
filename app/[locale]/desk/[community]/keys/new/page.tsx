import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { giveKey } from '@/features/open311/actions';
import { messages } from '@/features/open311/messages';
import { keysPage } from '@/features/open311/queries/keys';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const page = await keysPage(call, {});
  if (!page?.mayGive) return null;
  const t = pick(messages, locale).keys;
  return (
    <Act crumb={{ href: to.desk(locale, community, 'keys'), label: t.title }} title={t.give} lead={t.giveLead}>
      <KeptForm
        {...form}
        action={giveKey}
        fields={[
          { kind: 'text', name: 'name', label: t.name, hint: t.nameHint },
          { kind: 'textarea', name: 'purpose', label: t.purpose, rows: 3 },
        ]}
        submitLabel={t.submit}
      />
    </Act>
  );
});
