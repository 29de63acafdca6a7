import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { answerObjection } from '@/features/objections/actions';
import { answerFields } from '@/features/objections/components/fields';
import { ObjectionState } from '@/features/objections/components/sheet';
import { Act } from '@/features/proposals/components/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; objection: string }>) {
  const { locale, community, sheet, one, t, mayAnswer, hidden, crumb, cancel, initial } = await begin(params, 'answer');
  if (!sheet || !one) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const blocked = mayAnswer ? (one.state === 'withdrawn' ? String(t.refusals.objection_withdrawn) : null) : t.desk.who;
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.answer} · ${t.sheet.no(one.no)}`}
      lead={
        <>
          {one.wording} <ObjectionState state={one.state} locale={locale} />
        </>
      }
      blocked={blocked}
    >
      <p>{t.desk.answerLead}</p>
      <ActionForm
        action={answerObjection}
        fields={answerFields(sheet.clauses, locale)}
        submitLabel={t.desk.answerButton}
        hidden={hidden({ objection: String(one.no) })}
        {...{ locale, cancel, initial }}
      />
    </Act>
  );
}
