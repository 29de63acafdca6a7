import { KeptForm } from '@/components/form/kept-form';
import { publishDiagnosis } from '@/features/diagnosis/actions';
import { CAUSES } from '@/features/diagnosis/rules';
import { Act } from '@/features/proposals/components/act';
import { diagnosisPage } from '../diagnosis-page';

export default diagnosisPage(({ page, t, crumb, form }) => (
  <Act
    crumb={crumb}
    title={t.publish.title}
    lead={t.publish.lead}
    blocked={page.mayPublish ? null : t.refusals.not_allowed}
  >
    <p>{t.desk.basis(page.basis)}</p>
    <KeptForm
      {...form}
      action={publishDiagnosis}
      fields={CAUSES.map((cause) => ({
        kind: 'textarea' as const,
        name: cause,
        label: t.causes[cause],
        rows: 3,
        defaultValue: page.found?.said[cause] ?? '',
      }))}
      submitLabel={t.publish.submit}
    />
  </Act>
));
