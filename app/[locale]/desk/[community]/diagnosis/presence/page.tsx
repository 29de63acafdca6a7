import { KeptForm } from '@/components/form/kept-form';
import { notePresence } from '@/features/diagnosis/actions';
import { Act } from '@/features/proposals/components/act';
import { shanghaiDate } from '@/lib/calendar';
import { diagnosisPage } from '../diagnosis-page';

export default diagnosisPage(({ page, t, crumb, form }) => (
  <Act
    crumb={crumb}
    title={t.presence.title}
    lead={t.presence.lead}
    blocked={page.mayPublish ? null : t.refusals.not_allowed}
  >
    <KeptForm
      {...form}
      action={notePresence}
      fields={[
        {
          kind: 'text',
          name: 'month',
          label: t.presence.month,
          hint: t.presence.monthHint,
          defaultValue: shanghaiDate(page.now).slice(0, 7),
        },
        { kind: 'number', name: 'days', label: t.presence.days, min: '0', max: '31' },
        { kind: 'number', name: 'doors', label: t.presence.doors, min: '0' },
      ]}
      submitLabel={t.presence.submit}
    />
  </Act>
));
