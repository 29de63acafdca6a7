import { KeptForm } from '@/components/form/kept-form';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { draftPlan } from '@/features/plans/actions';
import * as acts from '@/features/plans/acts';
import { DraftSteps } from '@/features/plans/components/draft-steps';
import { draftFields } from '@/features/plans/components/fields';
import { Clauses } from '@/features/plans/components/plan-text';
import { planReason } from '@/features/plans/components/steps';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { plansPage } from './plan-page';

export default plansPage(({ locale, community, no, desk, t, form }) => {
  const { draft } = desk;
  const blocked = planReason('draft', whyNot(acts.draftPlan, desk.asked), locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'proposals', no)}>{desk.proposal.title}</a>}
        title={t.desk.title}
      />
      {desk.versions.length === 0 && <Empty text={t.desk.none} />}
      <ul className="entries">
        {desk.versions.map((one) => (
          <li key={one.version}>
            {one.state === 'draft' ? (
              t.desk.draft(one.version)
            ) : (
              <a className="tap" href={to.plan(locale, community, no, one.version)}>
                {t.version(one.version)} · {one.title}
              </a>
            )}
          </li>
        ))}
      </ul>
      {draft && (
        <Section title={t.desk.steps} id="steps">
          <DraftSteps desk={desk} slug={community} locale={locale} />
        </Section>
      )}
      {draft && (
        <p>
          <a className="tap" href={to.desk(locale, community, 'proposals', no, 'plans', draft.version, 'site')}>
            {t.desk.site(desk.drawn !== null)}
          </a>
        </p>
      )}
      {(draft || desk.unseen.length > 0) && blocked && (
        <p>
          <a className="tap" href={to.desk(locale, community, 'proposals', no, 'plans', 'drawings')}>
            {t.desk.toDrawings(desk.drawings.length + desk.unseen.length)}
          </a>
        </p>
      )}
      <Section title={draft ? t.desk.draft(draft.version) : t.desk.write} id="draft">
        {blocked === null ? (
          <KeptForm
            action={draftPlan}
            fields={draftFields(desk, locale)}
            {...form}
            submitLabel={t.desk.save}
            also={{
              name: 'next',
              value: 'drawings',
              label: t.desk.saveAndDraw(desk.drawings.length + desk.unseen.length),
            }}
          />
        ) : (
          <>
            <Notice kind="warn">
              <p>{blocked}</p>
            </Notice>
            {draft && <Clauses clauses={draft.clauses} locale={locale} />}
          </>
        )}
      </Section>
    </>
  );
});
