import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { confirmMateriality, judgeMateriality } from '@/features/plans/actions';
import { Changed } from '@/features/plans/components/changed';
import { materialityFields } from '@/features/plans/components/fields';
import { Judgements } from '@/features/plans/components/judgements';
import { Reasons } from '@/features/plans/components/reasons';
import { messages } from '@/features/plans/messages';
import { checkJudging } from '@/features/plans/rules';
import { Act } from '@/features/proposals/components/act';
import { inWords } from '@/lib/forms';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; version: string }>) {
  const { locale, community, person, desk, t, plans, initial, hidden } = await begin(params, 'materiality');
  if (!desk?.draft) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const judged = desk.groups.flatMap((group) => group.judged ?? []);
  const all = judged.length === desk.groups.length && judged.length > 0;
  const confirmed = all && judged.every((one) => one.confirmedBy !== null);
  const ready = checkJudging(desk.published?.clauses ?? [], desk.draft.clauses, desk.changes);
  const own = judged.some((one) => one.judgedBy === person);
  return (
    <Act
      crumb={{ href: plans, label: t.desk.title }}
      title={t.desk.materialityTitle}
      lead={t.desk.materialityLead}
      blocked={!desk.may.judge ? t.desk.judges : desk.published ? null : t.desk.firstVersion}
    >
      <Section title={t.desk.changedTitle(desk.changed.length)} id="changed">
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
      {judged.length > 0 && (
        <Section title={all ? t.desk.confirmTitle : t.desk.judgedTitle} id="confirmation">
          <Judgements desk={desk} locale={locale} />
          {confirmed && <p>{t.desk.confirmed}</p>}
          {all && !confirmed && own && <p>{t.desk.waiting}</p>}
          {all && !confirmed && !own && ready.ok && (
            <ActionForm
              id="confirm"
              action={confirmMateriality}
              fields={[]}
              hidden={hidden()}
              submitLabel={t.desk.confirm}
              locale={locale}
            />
          )}
        </Section>
      )}
      {ready.ok ? (
        <Section title={judged.length > 0 ? t.desk.judgeAgain : t.desk.judgeTitle} id="judging">
          <ActionForm
            action={judgeMateriality}
            fields={materialityFields(desk, locale)}
            hidden={hidden()}
            initial={initial}
            submitLabel={t.desk.judge}
            ghost={judged.length > 0}
            locale={locale}
          />
        </Section>
      ) : (
        <Notice kind="warn">
          <p>{inWords(ready.refusal, locale, messages).message}</p>
          {desk.may.write && desk.changed.length > 0 && (
            <a className="tap" href={`${plans}/${desk.draft.version}/changes`}>
              {t.desk.toChanges}
            </a>
          )}
        </Notice>
      )}
    </Act>
  );
}
