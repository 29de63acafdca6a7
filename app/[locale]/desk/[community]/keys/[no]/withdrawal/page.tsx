import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Undoes } from '@/components/page/undoes';
import { withdrawKey } from '@/features/open311/actions';
import { messages } from '@/features/open311/messages';
import { keysPage } from '@/features/open311/queries/keys';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const page = await keysPage(call, {});
  const one = page?.keys.find((key) => key.no === no);
  if (!page?.mayWithdraw || !one) return null;
  const t = pick(messages, locale);
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'keys', no), label: `${t.keys.no(no)} ${one.name}` }}
      title={t.keys.withdraw}
      lead={t.keys.withdrawLead}
      blocked={one.withdrawnAt ? t.refusals.key_withdrawn : null}
    >
      <Undoes losses={{ keys: 1 }} locale={locale} />
      <KeptForm
        {...form}
        action={withdrawKey}
        about={{ key: no }}
        fields={[{ kind: 'textarea', name: 'reason', label: t.keys.reason, rows: 3 }]}
        submitLabel={t.keys.withdrawSubmit}
      />
    </Act>
  );
});
