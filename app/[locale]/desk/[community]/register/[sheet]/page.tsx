import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { RegisterProblems, RegisterTrial } from '@/features/people/components/register-plan';
import { messages } from '@/features/people/messages';
import { registerPlan } from '@/features/people/queries/plan';
import { registerAccess } from '@/features/people/queries/register';
import type { RegisterCode } from '@/features/people/sheet';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { keptSheet } from '@/lib/sheet/kept';
import type { Problem } from '@/lib/sheet/shape';

export default actPage([], async ({ locale, community, call, person, params }) => {
  const sheet = params.sheet ?? '';
  const back = to.desk(locale, community, 'register');
  if (!/^[0-9a-f]{64}$/.test(sheet) || !(await registerAccess(call, undefined))) return null;
  const kept = await keptSheet({ personId: person, community, sheet: 'register', hash: sheet });
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
  const { file, count, total, totals } = kept;
  const problems = kept.problems as Problem<RegisterCode>[];
  if (problems.length > 0) return <RegisterProblems problems={problems} total={total} back={back} locale={locale} />;
  const plan = await registerPlan(call, { hash: sheet });
  if (!plan) return null;
  return (
    <RegisterTrial
      plan={plan}
      file={file}
      rows={count}
      totals={totals}
      sheet={sheet}
      community={community}
      back={back}
      locale={locale}
    />
  );
});
