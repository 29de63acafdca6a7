import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { completeWorks } from '@/features/works/actions';
import { Milestones, promiseWords } from '@/features/works/components/site';
import { sitePage } from '../site-page';

export default sitePage(({ locale, work, t, crumb, cancel, why, form }) => {
  const unkept = work.commitments.filter(({ outcome }) => outcome === 'refused');
  return (
    <>
      <Act crumb={crumb} title={t.desk.completionTitle} lead={t.desk.completionLead} blocked={why('completion')}>
        <KeptForm action={completeWorks} submitLabel={t.desk.complete} {...form} cancel={cancel} />
      </Act>
      {unkept.length > 0 && (
        <Section title={t.desk.unkeptTitle} id="unkept">
          <ul className="entries">
            {unkept.map((one) => (
              <li key={one.id}>
                <p>{one.text}</p>
                <p className="tone-seal">
                  {[promiseWords(one, locale, work.today), one.note].filter(Boolean).join(t.one.colon)}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.act.built} id="built">
        <Milestones milestones={work.milestones} locale={locale} />
      </Section>
    </>
  );
});
