import { WordDiff } from '@/components/data/word-diff';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { citeChanges } from '@/features/plans/actions';
import { changeFields } from '@/features/plans/components/fields';
import { Act } from '@/features/proposals/components/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; version: string }>) {
  const { locale, community, desk, t, plans, initial, hidden } = await begin(params, 'changes');
  if (!desk?.draft) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const { draft, published } = desk;
  const textIn = (clauses: readonly { no: number; text: string }[], no: number) =>
    clauses.find((one) => one.no === no)?.text ?? '';
  const blocked = !desk.may.write
    ? t.desk.drafter
    : !published
      ? t.desk.firstVersion
      : desk.changed.length === 0
        ? t.desk.noChanges
        : null;
  return (
    <Act
      crumb={{ href: plans, label: t.desk.title }}
      title={t.desk.changesTitle}
      lead={t.desk.changesLead}
      blocked={blocked}
    >
      {desk.changed.map((no) => (
        <div key={no}>
          <h3>{t.board.clause(no)}</h3>
          <WordDiff before={textIn(published?.clauses ?? [], no)} after={textIn(draft.clauses, no)} locale={locale} />
        </div>
      ))}
      <ActionForm
        action={citeChanges}
        fields={changeFields(desk, locale)}
        hidden={hidden()}
        initial={initial}
        submitLabel={t.desk.saveChanges}
        locale={locale}
      />
    </Act>
  );
}
