import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Section } from '@/components/page/section';
import { confirmMateriality, judgeMateriality } from '@/features/plans/actions';
import { Changed } from '@/features/plans/components/changed';
import { materialityFields } from '@/features/plans/components/fields';
import { Reasons } from '@/features/plans/components/reasons';
import { Act } from '@/features/proposals/components/act';
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
      {all && (
        <Section title={t.desk.confirmTitle} id="confirmation">
          <ul>
            {desk.groups.map((group) => (
              <li key={group.id}>
                {group.name} · {group.judged?.material ? t.desk.yes : t.desk.no} · {group.judged?.reason}
                {group.judged?.judge && <span className="tone-soft"> · {t.desk.judgedBy(group.judged.judge)}</span>}
              </li>
            ))}
          </ul>
          {confirmed && <p>{t.desk.confirmed}</p>}
          {!confirmed && own && <p>{t.desk.waiting}</p>}
          {!confirmed && !own && (
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
      <ActionForm
        action={judgeMateriality}
        fields={materialityFields(desk, locale)}
        hidden={hidden()}
        initial={initial}
        submitLabel={t.desk.judge}
        locale={locale}
      />
    </Act>
  );
}
