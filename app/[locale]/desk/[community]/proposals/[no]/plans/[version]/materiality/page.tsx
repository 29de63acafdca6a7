import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { confirmMateriality, judgeMateriality } from '@/features/plans/actions';
import * as acts from '@/features/plans/acts';
import { Changed } from '@/features/plans/components/changed';
import { materialityFields } from '@/features/plans/components/fields';
import { Judgements } from '@/features/plans/components/judgements';
import { OnSite, overSite } from '@/features/plans/components/on-site';
import { CostChanged } from '@/features/plans/components/plan-text';
import { Reasons } from '@/features/plans/components/reasons';
import { planReason } from '@/features/plans/components/steps';
import { Act } from '@/features/proposals/components/act';
import { notTheirs, whyNot } from '@/lib/act';
import { draftPage } from '../../plan-page';

export default draftPage(({ locale, version, desk, t, plans, form }) => {
  const judged = desk.groups.flatMap((group) => group.judged ?? []);
  const all = judged.length === desk.groups.length && judged.length > 0;
  const confirmed = all && judged.every((one) => one.confirmedBy !== null);
  const { asked } = desk;
  const judging = whyNot(acts.judgeMateriality, asked);
  const confirming = whyNot(acts.confirmMateriality, asked);
  const theirs = notTheirs(acts.judgeMateriality, asked.who, asked.facts);
  return (
    <Act
      crumb={{ href: plans, label: t.desk.title }}
      title={t.desk.materialityTitle}
      lead={t.desk.materialityLead}
      blocked={planReason('materiality', theirs ?? (desk.published ? null : judging), locale)}
    >
      <Section title={t.desk.changedTitle(desk.changed.length)} id="changed">
        {desk.draft && <CostChanged before={desk.published?.cost ?? null} after={desk.draft.cost} locale={locale} />}
        {desk.changed.map((no) => (
          <div key={no}>
            <Changed desk={desk} no={no} locale={locale} />
            {desk.changes
              .filter((change) => change.clause === no)
              .map((change) => (
                <Reasons key={change.note} change={change} locale={locale} />
              ))}
          </div>
        ))}
      </Section>
      {desk.drawn && <OnSite over={overSite(desk.drawn, desk.drawnBefore)} version={version} locale={locale} />}
      {judged.length > 0 && (
        <Section title={all ? t.desk.confirmTitle : t.desk.judgedTitle} id="confirmation">
          <Judgements desk={desk} locale={locale} />
          {confirmed && <p>{t.desk.confirmed}</p>}
          {confirming?.code === 'second_person' && <p>{t.desk.waiting}</p>}
          {confirming === null && (
            <KeptForm id="confirm" action={confirmMateriality} {...form} submitLabel={t.desk.confirm} />
          )}
        </Section>
      )}
      {judging === null ? (
        <Section title={judged.length > 0 ? t.desk.judgeAgain : t.desk.judgeTitle} id="judging">
          <KeptForm
            action={judgeMateriality}
            fields={materialityFields(desk, locale)}
            {...form}
            submitLabel={t.desk.judge}
            ghost={judged.length > 0}
          />
        </Section>
      ) : (
        <Notice kind="warn">
          <p>{planReason('materiality', judging, locale)}</p>
          {whyNot(acts.citeChanges, asked) === null && (
            <a className="tap" href={`${plans}/${version}/changes`}>
              {t.desk.toChanges}
            </a>
          )}
        </Notice>
      )}
    </Act>
  );
});
