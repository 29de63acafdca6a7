import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { takeBackExtension } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { lastDayOf } from '@/features/rounds/rules/window';
import { whyNot } from '@/lib/act';
import { TAKE_BACK_HOURS } from '@/lib/undoing';
import { formatWeekday } from '@/lib/words';
import { roundPage } from '../../round-page';

export default roundPage(({ locale, round, asked, t, crumb, why, form }) => {
  const now = lastDayOf(round.closesAt);
  const then = lastDayOf(asked.facts.extensions.at(-1)?.from ?? round.closesAt);
  const midnight = (day: string) => t.desk.midnight(formatWeekday(day, locale));
  return (
    <Act
      crumb={crumb}
      title={t.desk.backTitle}
      lead={t.desk.backLead(TAKE_BACK_HOURS)}
      blocked={why(whyNot(acts.takeBackExtension, asked))}
    >
      <Facts
        items={[
          { key: 'now', term: t.desk.closesNow, value: midnight(now) },
          { key: 'then', term: t.desk.closesThen, value: midnight(then) },
        ]}
      />
      <KeptForm
        action={takeBackExtension}
        fields={[
          {
            kind: 'checkbox',
            name: 'confirmed',
            label: t.desk.backTick(formatWeekday(then, locale)),
          },
        ]}
        {...form}
        about={{ ...form.about, closesOn: then }}
        submitLabel={t.desk.back}
      />
    </Act>
  );
});
