import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { PictureList } from '@/features/pictures/components/picture-list';
import { publishPlan } from '@/features/plans/actions';
import * as acts from '@/features/plans/acts';
import { Clauses, Cost } from '@/features/plans/components/plan-text';
import { Reasons } from '@/features/plans/components/reasons';
import { planReason } from '@/features/plans/components/steps';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; version: string }>) {
  const { locale, community, desk, t, plans, hidden } = await begin(params, 'publication');
  if (!desk?.draft) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const { draft } = desk;
  const waiting = desk.drawings.filter((one) => !one.onBoard && one.refusedReason === null).length;
  return (
    <Act
      crumb={{ href: plans, label: t.desk.title }}
      title={t.desk.publicationTitle}
      lead={t.desk.publicationLead}
      blocked={planReason('publication', whyNot(acts.publishPlan, desk.asked), locale)}
    >
      <h2>
        {t.version(draft.version)} · {draft.title}
      </h2>
      <p>{draft.summary}</p>
      <Cost cost={draft.cost} note={draft.costNote} locale={locale} />
      <Clauses clauses={draft.clauses} locale={locale} />
      {desk.drawings.length > 0 && (
        <>
          <h3>{t.board.drawings}</h3>
          <PictureList pictures={desk.drawings} locale={locale} />
        </>
      )}
      {waiting > 0 && (
        <Notice kind="warn">
          <p>{t.desk.drawingsWaiting(waiting)}</p>
        </Notice>
      )}
      {desk.changes.map((change) => (
        <div key={`${change.clause}-${change.note}`}>
          <h3>{t.board.clause(change.clause)}</h3>
          <Reasons change={change} locale={locale} />
        </div>
      ))}
      <p>{t.desk.ready}</p>
      <ActionForm action={publishPlan} fields={[]} hidden={hidden()} submitLabel={t.desk.publish} locale={locale} />
    </Act>
  );
}
