import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { RegisterProblems, RegisterTrial } from '@/features/people/components/register-plan';
import { messages } from '@/features/people/messages';
import { registerAccess, registerPlan } from '@/features/people/queries';
import { keptSheet, type RegisterRow } from '@/features/people/rules';
import type { RegisterCode } from '@/features/people/sheet';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import type { Problem, Reading } from '@/lib/sheet/shape';

export const dynamic = 'force-dynamic';

export default async function SheetPage({ params }: P<{ community: string; sheet: string }>) {
  const { locale: edition, community, sheet } = await params;
  const locale = localeFrom(edition);
  const back = to.desk(locale, community, 'register');
  const person = await requirePerson(locale, to.desk(locale, community, 'register', sheet));
  const call = { by: { person }, community };
  if (!/^[0-9a-f]{64}$/.test(sheet) || !(await registerAccess(call, undefined))) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const kept = await keptDraft(person, keptSheet(community, sheet));
  const t = messages[locale].register;
  if (!kept) {
    missing(410);
    return (
      <>
        <Notice title={t.gone} />
        <Actions>
          <ActionLink href={back}>{t.again}</ActionLink>
        </Actions>
      </>
    );
  }
  const problems = JSON.parse(kept.problems ?? '[]') as Problem<RegisterCode>[];
  if (problems.length > 0)
    return <RegisterProblems problems={problems} total={Number(kept.total)} back={back} locale={locale} />;
  const rows = JSON.parse(kept.rows ?? '[]') as RegisterRow[];
  const plan = await registerPlan(call, { hash: sheet, rows });
  if (!plan) return <Missing locale={locale} slug={community} />;
  return (
    <RegisterTrial
      plan={plan}
      file={kept.file ?? ''}
      rows={rows.length}
      totals={JSON.parse(kept.totals ?? '[]') as Reading<RegisterRow>['totals']}
      sheet={sheet}
      community={community}
      back={back}
      locale={locale}
    />
  );
}
