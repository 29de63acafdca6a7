import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
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
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from './begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, desk, t, initial, hidden } = await begin(params);
  if (!desk) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
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
      {(draft || desk.unseen.length > 0) && blocked && (
        <p>
          <a className="tap" href={to.desk(locale, community, 'proposals', no, 'plans', 'drawings')}>
            {t.desk.toDrawings(desk.drawings.length + desk.unseen.length)}
          </a>
        </p>
      )}
      <Section title={draft ? t.desk.draft(draft.version) : t.desk.write} id="draft">
        {blocked === null ? (
          <ActionForm
            action={draftPlan}
            fields={draftFields(desk, locale)}
            hidden={hidden()}
            initial={initial}
            submitLabel={t.desk.save}
            also={{
              name: 'next',
              value: 'drawings',
              label: t.desk.saveAndDraw(desk.drawings.length + desk.unseen.length),
            }}
            locale={locale}
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
}
