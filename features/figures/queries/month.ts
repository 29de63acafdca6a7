import { addDays, assessmentMonth, assessmentMonthOf, shanghaiDate } from '@/lib/calendar';
import { query } from '@/lib/query';
import { callbacksOf, casesOf, closedOf } from '../moves';
import { profileOn } from '../moves/profiles';
import { mayReadFigures, mayRecordFigures } from '../policy';
import { countCallbacks, rates } from '../rules';
import { monthBefore } from '../rules/months';
import { ordersIn } from '../rules/orders';
import { inTwoWays, ranked, type Unit } from '../rules/ranking';

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
    const profile = await profileOn(scope, shanghaiDate(span.from));
    const cases = await casesOf(scope, span);
    const callbacks = callbacksOf(cases);
    const closed = await closedOf(scope, span);
    const units = [...new Set([...cases.map(({ agency }) => agency), ...closed.keys()])].map((agency): Unit => {
      const own = cases.filter((one) => one.agency === agency);
      return {
        name: agency ?? '',
        volume: own.length,
        closed: closed.get(agency) ?? 0,
        counts: countCallbacks(callbacksOf(own), 'assessed'),
      };
    });
    const views = (['assessed', 'full'] as const).map((view) => {
      const counts = countCallbacks(callbacks, view);
      return { view, counts, rates: rates(counts, profile) };
    });
    return {
      month,
      months,
      profile,
      from: shanghaiDate(span.from),
      to: addDays(shanghaiDate(span.to), -1),
      volume: cases.length,
      orders: ordersIn(cases),
      waiting: cases.filter(({ waiting }) => waiting).length,
      views,
      units: ranked(units, profile),
      together: inTwoWays(units, profile),
      mayPublish: mayRecordFigures(scope.who) !== null && span.to <= scope.now && callbacks.length > 0,
    };
  },
});
export type DeskMonth = NonNullable<Awaited<ReturnType<typeof deskMonth>>>;
