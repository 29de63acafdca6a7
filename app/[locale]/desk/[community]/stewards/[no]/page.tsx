import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { assignAreas, endSteward, planShifts } from '@/features/stewards/actions';
import { entranceField, shiftFields } from '@/features/stewards/components/fields';
import { areasShown } from '@/features/stewards/input';
import { messages } from '@/features/stewards/messages';
import { deskSteward } from '@/features/stewards/queries/desk';
import { hoursOf } from '@/features/stewards/rules';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

/** One of the team: their turns, their entrances, and leaving. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskSteward(call, { no });
  if (!one) return null;
  const { desk: t, kinds, board } = pick(messages, locale);
  const where = one.areas.map((area) => `${board.building(area.building)} ${board.entrance(area.entrance)}`);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'stewards')}>{t.back}</a>}
        title={one.name}
        lead={[kinds[one.kind], ...where].join(' · ')}
      />
      <p>{`${t.hours(one.times, hoursOf(one.minutes))} · ${one.shownName ? t.shown(one.shownName) : t.notShown}`}</p>
      <Section title={t.plan} id="plan">
        <KeptForm
          {...form}
          id="plan-form"
          action={planShifts}
          about={{ steward: no }}
          fields={shiftFields(one.today, locale)}
          submitLabel={t.planSubmit}
        />
      </Section>
      <Section title={t.areas} id="areas">
        <KeptForm
          {...form}
          id="areas-form"
          action={assignAreas}
          about={{ steward: no, shown: showing(areasShown(one.areas)) }}
          fields={[
            entranceField(
              one.entrances,
              one.areas.map(({ id }) => id),
              locale,
            ),
          ]}
          submitLabel={t.areasSubmit}
          ghost
        />
      </Section>
      <Section title={t.leave} id="leave">
        <Undoes losses={{ shifts: one.shifts }} locale={locale} />
        <KeptForm
          {...form}
          id="leave-form"
          action={endSteward}
          about={{ steward: no }}
          fields={[{ kind: 'textarea', name: 'reason', label: t.why, rows: 2 }]}
          submitLabel={t.leaveSubmit}
          danger
        />
      </Section>
    </>
  );
});
