import { addDays, assessmentMonth, assessmentMonthOf, shanghaiDate } from '@/lib/calendar';
import { query } from '@/lib/query';
import { callbacksOf, casesOf } from '../moves';
import { mayReadFigures, mayRecordFigures } from '../policy';
import { countCallbacks, PROFILES, rates } from '../rules';
import { monthBefore } from '../rules/months';
import { inTwoWays, ranked, type Unit } from '../rules/ranking';

const PROFILE = PROFILES.beijing_district_2025;

/** So many months can be looked at. */
const MONTHS = 12;

/** What the callbacks of one assessment month come to, as they stand now: in both views, and by whoever led. */
export const deskMonth = query({
  name: 'figures.month',
  allow: (who, _: { month: string | null }) => mayReadFigures(who),
  read: async (scope, asked) => {
    const now = assessmentMonthOf(scope.now);
    const months = [now];
    while (months.length < MONTHS) months.push(monthBefore(months.at(-1) ?? now));
    const month = months.find((one) => one === asked.month) ?? now;
    const span = assessmentMonth(month);
    const cases = await casesOf(scope, span);
    const callbacks = callbacksOf(cases);
    const units = [...new Set(cases.map(({ agency }) => agency))].map((agency): Unit => {
      const own = cases.filter((one) => one.agency === agency);
      return {
        name: agency ?? '',
        volume: own.length,
        closed: own.filter(({ closed }) => closed).length,
        counts: countCallbacks(callbacksOf(own), 'assessed'),
      };
    });
    const views = (['assessed', 'full'] as const).map((view) => {
      const counts = countCallbacks(callbacks, view);
      return { view, counts, rates: rates(counts, PROFILE) };
    });
    return {
      month,
      months,
      from: shanghaiDate(span.from),
      to: addDays(shanghaiDate(span.to), -1),
      volume: cases.length,
      waiting: cases.filter(({ waiting }) => waiting).length,
      views,
      units: ranked(units, PROFILE),
      together: inTwoWays(units, PROFILE),
      mayPublish: mayRecordFigures(scope.who) !== null && span.to <= scope.now && callbacks.length > 0,
    };
  },
});
export type DeskMonth = NonNullable<Awaited<ReturnType<typeof deskMonth>>>;
