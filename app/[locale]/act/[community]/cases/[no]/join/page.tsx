import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { boardCase } from '@/features/cases/queries';
import { joinCase } from '@/features/orders/actions';
import { messages } from '@/features/orders/messages';
import { joinFirst } from '@/features/people/components/join-first';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async (page) => {
  const { locale, community, no, form } = page;
  const one = await boardCase(community, { no });
  if (!one) return null;
  const t = pick(messages, locale).mine;
  return (
    <Act
      crumb={{ href: to.caseAddress(locale, community, no), label: one.title }}
      title={t.joinTitle}
      lead={t.joinLead}
      first={await joinFirst(page)}
    >
      <KeptForm
        {...form}
        action={joinCase}
        about={{ case: no }}
        fields={[{ kind: 'textarea', name: 'words', label: t.joinWords, rows: 3 }]}
        submitLabel={t.join}
      />
    </Act>
  );
});
