import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { planMilestone } from '@/features/works/actions';
import { planFields } from '@/features/works/components/fields';
import { Milestones } from '@/features/works/components/site';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, work, t, crumb, cancel, why, initial, hidden } = await begin(params, 'milestones');
  if (!work) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
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
          <ActionForm
            action={planMilestone}
            fields={planFields(locale)}
            hidden={hidden()}
            submitLabel={t.desk.plan}
            {...{ initial, cancel, locale }}
          />
        )}
      </Section>
    </>
  );
}
