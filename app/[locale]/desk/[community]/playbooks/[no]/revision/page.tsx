import { KeptForm } from '@/components/form/kept-form';
import { revisePlaybook } from '@/features/playbooks/actions';
import { saidFields } from '@/features/playbooks/components/fields';
import { stepsText } from '@/features/playbooks/rules';
import { Act } from '@/features/proposals/components/act';
import { playbookPage } from '../playbook-page';

export default playbookPage(({ locale, one, t, crumb, blocked, form }) => (
  <Act crumb={crumb} title={t.draw.reviseTitle} lead={t.draw.reviseLead} blocked={blocked}>
    <KeptForm
      {...form}
      action={revisePlaybook}
      about={{ ...form.about, seen: one.version }}
      fields={[
        ...saidFields(locale, { ...one, steps: stepsText(one.steps) }),
        { kind: 'textarea', name: 'change', label: t.draw.change, rows: 3 },
      ]}
      submitLabel={t.draw.reviseSubmit}
    />
  </Act>
));
