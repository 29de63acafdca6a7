import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { PictureList } from '@/features/pictures/components/picture-list';
import { publishPlan } from '@/features/plans/actions';
import * as acts from '@/features/plans/acts';
import { followedFields } from '@/features/plans/components/followed-fields';
import { OnSite, overSite } from '@/features/plans/components/on-site';
import { Clauses, Cost } from '@/features/plans/components/plan-text';
import { Reasons } from '@/features/plans/components/reasons';
import { planReason } from '@/features/plans/components/steps';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { formatList } from '@/lib/words';
import { draftPage } from '../../plan-page';

export default draftPage(({ locale, desk, t, plans, form, draft }) => {
  const waiting = desk.drawings.filter((one) => !one.onBoard && one.refusedReason === null).length;
  const { asked } = desk.asked.facts;
  const undrawn = acts.undrawn(desk.asked.facts);
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
      <p>
        <Written>{draft.summary}</Written>
      </p>
      <Cost cost={draft.cost} note={draft.costNote} locale={locale} />
      <Clauses clauses={draft.clauses} locale={locale} />
      {desk.drawn && <OnSite over={overSite(desk.drawn, desk.drawnBefore)} version={draft.version} locale={locale} />}
      {desk.drawings.length > 0 && (
        <>
          <h3>{t.board.drawings}</h3>
          <PictureList pictures={desk.drawings} locale={locale} />
        </>
      )}
      {undrawn.length > 0 && (
        <Notice kind="warn">
          <p>{t.desk.drawnAsBefore(formatList(undrawn.map(t.board.clause), locale))}</p>
        </Notice>
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
      <KeptForm
        action={publishPlan}
        {...form}
        {...(asked && { about: { ...form.about, marked: asked.version } })}
        fields={followedFields(asked, locale)}
        submitLabel={t.desk.publish}
      />
    </Act>
  );
});
