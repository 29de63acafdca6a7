import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { planMilestone } from '@/features/works/actions';
import { planFields } from '@/features/works/components/fields';
import { Milestones } from '@/features/works/components/site';
import * as to from '@/lib/addresses';
import { sitePage } from '../site-page';

export default sitePage(({ locale, community, no, work, t, crumb, cancel, why, form }) => {
  const blocked = why('milestones');
  const step = (position: number) => to.desk(locale, community, 'works', no, 'milestones', position);
  return (
    <>
      <PageTitle crumb={<a href={crumb.href}>{crumb.label}</a>} title={t.one.milestones} lead={t.desk.milestonesLead} />
      <Milestones
        milestones={work.milestones}
        locale={locale}
        name={(one) => <a href={step(one.position)}>{one.name}</a>}
      />
      <Section title={t.desk.planTitle} id="plan">
        <p>{t.desk.planLead}</p>
        {blocked ? (
          <Notice kind="warn">
            <p>{blocked}</p>
          </Notice>
        ) : (
          <KeptForm
            action={planMilestone}
            fields={planFields(locale)}
            submitLabel={t.desk.plan}
            {...form}
            cancel={cancel}
          />
        )}
      </Section>
    </>
  );
});
