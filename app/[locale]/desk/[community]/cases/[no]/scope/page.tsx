import { actPage } from '@/components/page/act-page';
import { ScopeOf } from '@/features/evaluations/components/scope';
import { messages } from '@/features/evaluations/messages';
import { scopePage } from '@/features/evaluations/queries/desk';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const page = await scopePage(call, { no });
  if (!page) return null;
  const t = pick(messages, locale).scope;
  return (
    <Act crumb={{ href: to.desk(locale, community, 'cases', no), label: page.title }} title={t.title} lead={t.lead}>
      <ScopeOf page={page} form={form} />
    </Act>
  );
});
