import { KeptForm } from '@/components/form/kept-form';
import { Undoes } from '@/components/page/undoes';
import { retirePlaybook } from '@/features/playbooks/actions';
import { Act } from '@/features/proposals/components/act';
import { playbookPage } from '../playbook-page';

export default playbookPage(({ one, t, crumb, blocked, form }) => (
  <Act crumb={crumb} title={t.retire.title} lead={t.retire.lead} blocked={blocked}>
    <p>{t.tally(one.tally)}</p>
    <Undoes losses={{ playbooks: 1 }} locale={form.locale} />
    <KeptForm
      {...form}
      action={retirePlaybook}
      fields={[{ kind: 'textarea', name: 'reason', label: t.retire.reason, rows: 3 }]}
      submitLabel={t.retire.submit}
      danger
    />
  </Act>
));
