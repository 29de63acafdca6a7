import { Facts } from '@/components/data/facts';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { takeBackExtension } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { lastDayOf, TAKE_BACK_HOURS } from '@/features/rounds/rules';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { formatWeekday } from '@/lib/words';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, page, t, crumb, why, hidden } = await begin(params, 'extension', 'withdrawal');
  if (!page?.round) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const now = lastDayOf(page.round.closesAt);
  const then = lastDayOf(page.asked.facts.extensions.at(-1)?.from ?? page.round.closesAt);
  const midnight = (day: string) => t.desk.midnight(formatWeekday(day, locale));
  return (
    <Act
      crumb={crumb}
      title={t.desk.backTitle}
      lead={t.desk.backLead(TAKE_BACK_HOURS)}
      blocked={why(whyNot(acts.takeBackExtension, page.asked))}
    >
      <Facts
        items={[
          { key: 'now', term: t.desk.closesNow, value: midnight(now) },
          { key: 'then', term: t.desk.closesThen, value: midnight(then) },
        ]}
      />
      <ActionForm
        action={takeBackExtension}
        fields={[
          {
            ...{ kind: 'checkbox', name: 'confirmed', required: true },
            label: t.desk.backTick(formatWeekday(then, locale)),
          },
        ]}
        hidden={{ ...hidden, closesOn: then }}
        submitLabel={t.desk.back}
        locale={locale}
      />
    </Act>
  );
}
