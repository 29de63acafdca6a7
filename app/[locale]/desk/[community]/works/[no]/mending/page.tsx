import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { mendCommitment } from '@/features/works/actions';
import { promiseWords } from '@/features/works/components/site';
import { isUnmended } from '@/features/works/rules';
import { sitePage } from '../site-page';

export default sitePage(({ locale, work, t, crumb, why, form }) => {
  return (
    <Act crumb={crumb} title={t.desk.mendTitle} lead={t.desk.mendLead} blocked={why('mending')}>
      {work.commitments.filter(isUnmended).map((one) => (
        <Section key={one.id} title={one.text} id={`promise-${one.id}`}>
          <p className="tone-seal">
            {[promiseWords(one, locale, work.today), one.note].filter(Boolean).join(t.one.colon)}
          </p>
          <KeptForm
            id={`mend-${one.id}`}
            action={mendCommitment}
            fields={[{ kind: 'textarea', name: 'note', label: t.desk.mendNote, rows: 3 }]}
            {...form}
            about={{ ...form.about, commitment: one.id }}
            submitLabel={t.desk.mend}
          />
        </Section>
      ))}
    </Act>
  );
});
