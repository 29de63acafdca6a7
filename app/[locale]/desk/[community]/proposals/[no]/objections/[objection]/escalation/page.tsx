import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { escalateObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { Merged } from '@/features/objections/components/merged';
import { ObjectionState } from '@/features/objections/components/sheet';
import { Act } from '@/features/proposals/components/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; objection: string }>) {
  const { locale, community, sheet, one, into, wanted, t, why, hidden, crumb, cancel, initial } = await begin(
    params,
    'escalation',
  );
  if (into) return <Merged no={wanted} {...{ into, crumb, locale }} />;
  if (!sheet || !one) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.escalate} · ${t.sheet.no(one.no)}`}
      lead={
        <>
          {one.wording} <ObjectionState state={one.state} locale={locale} />
        </>
      }
      blocked={why(acts.escalateObjection, t.desk.escalateWho)}
    >
      <p>{t.desk.escalateLead}</p>
      <ActionForm
        action={escalateObjection}
        fields={[
          { kind: 'textarea', name: 'words', label: t.desk.words, when: t.desk.wordsNeeded, rows: 4, maxLength: 1000 },
          { kind: 'textarea', name: 'reason', label: t.desk.reason, required: true, rows: 4, maxLength: 1000 },
        ]}
        submitLabel={t.desk.escalateButton}
        hidden={hidden({ objection: String(one.no) })}
        {...{ locale, cancel, initial }}
      />
    </Act>
  );
}
