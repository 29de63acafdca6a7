import { deriveFigures, recordFigures as record } from '@/features/figures/commands';
import { assessmentMonthOf, startOfDay } from '@/lib/calendar';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

/** The second quarter of 2022: rates from the article; the smallest integers that give them are derived. */
export async function recordFigures(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-07-15 10:00');
  const period = {
    from: stage.day('2022-04-01'),
    to: stage.day('2022-06-30'),
    profile: 'beijing_district_2025',
    effective: 188,
    contacted: 188,
    resolved: 185,
    satisfied: 184,
    fairlySatisfied: 0,
    derivedZh: '报道只给出解决率98.4%和满意率97.87%；188、185、184是能得出这两个数的最小整数，是推算的，不是上报的。',
    derivedEn:
      'Only the rates were reported: 98.4 % resolution, 97.87 % satisfaction. 188, 185 and 184 are the smallest integers that give both: derived, not reported.',
  };
  await troupe.act('hotline', record, period);
}

/** The months of these days that were brought by the hotline's sheet, each looked at and published once. */
export async function publishMonths(
  stage: Stage,
  troupe: Troupe,
  { on, months }: { on: string; months: readonly { from: string; to: string }[] },
): Promise<void> {
  await stage.at(on);
  for (const { to } of months) {
    stage.later(2);
    await troupe.act('hotline', deriveFigures, { month: assessmentMonthOf(startOfDay(to)) });
  }
}
