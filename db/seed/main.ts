import { allJobs } from '@/cli/work';
import { lookAtTables } from '@/db/migrate';
import { addDays, shanghaiDate } from '@/lib/calendar';
import { closePool } from '@/lib/database';
import { env } from '@/lib/env';
import { askedAfterwards, askInSummer, buildInAutumn, hearOutside } from './autumn';
import { begin } from './beginning';
import { consult } from './consulting';
import { bringTogether } from './council';
import { answerAbove, diagnose, finishMatters, raiseNow, tellOfRoofs, tellWhatStands } from './diagnosis';
import { cohorts } from './district';
import { build, sign, verify } from './ending';
import { publishMonths, recordFigures } from './figures';
import { found } from './founding';
import { councilMeets, firstReview, secondReview, skilled, springBegins, thanked } from './good-year';
import { hotlineDays } from './hotline';
import { meetingsNow, stairwayMeeting } from './meetings';
import { openOffices } from './offices';
import { planLift, turnDown } from './others';
import { prescribe, takeUp } from './playbooks';
import { comingMonth, heldInJuly } from './programmes';
import { hangRacks, putUpRacks } from './racks';
import { finishRoofs, listRoofs, repairRoofs } from './roofs';
import { compareSheds } from './sheds';
import { pictureOfJuly, sheetOfJuly } from './shown-afterwards';
import { openStage, type Stage } from './stage';
import { askVolunteer, aTurnStoodIn, gatherStewards } from './stewards';
import type { Troupe } from './troupe';
import { weigh } from './weighing';
import { bringSheet, storyYear, yearBefore } from './year';

/** The day round two opens in the story; in `/demo` that was three days before the first start. */
const secondRound = Date.parse('2022-04-02T00:00:00Z');
const day = 24 * 60 * 60 * 1000;

const about = {
  zhuguang: {
    nameZh: '珠光逸景社区',
    nameEn: 'Zhuguang Yijing',
  },
  demo: {
    nameZh: '演示社区',
    nameEn: 'Demonstration',
    noteZh: '可以动手试的一份',
    noteEn: 'The copy to try things on',
  },
};
const term = { from: '2021-12-08', to: '2022-10-31' };

/** The district the story lies in; what its community told of callbacks by then. */
async function districtOf(stage: Stage, { slug }: Troupe): Promise<void> {
  const { rows } = await stage.owner.query<{ id: number; from: string; counts: [number, number, number, number] }>(
    `select c.id, r.from_day::text as "from", json_build_array(effective, resolved, satisfied, fairly_satisfied) as counts
       from rate_period r join community c on c.id = r.community_id where c.slug = $1 order by from_day`,
    [slug],
  );
  const told = (day: string) => rows.find(({ from }) => from === day)?.counts ?? [0, 0, 0, 0];
  const story = { id: rows[0]?.id ?? 0, slug };
  await cohorts(stage, story, { before: told('2021-11-19'), after: told('2022-04-01') });
}

/** Lives through the demonstration by the real commands. A second time it changes nothing. */
async function seed(): Promise<void> {
  if (!env.demonstration) throw new Error('only demonstrations are seeded');
  process.env.TONGXIN_CONNECT_AS_SEED = '1';
  const { handlers } = await allJobs();

  const stage = await openStage(handlers);
  const { rows } = await stage.owner.query(`select 1 from community where slug = 'demo'`);
  if (rows.length > 0) return stage.end();

  await stage.at('2021-12-08 09:00');
  const troupe = await found(stage, { slug: 'zhuguang', ...about.zhuguang, term: { cohort: '第一批', ...term } });
  const goodYear = await councilMeets(stage, troupe);
  await openOffices(stage);
  const proposal = await begin(stage, troupe);
  const hung = await hangRacks(stage, troupe);
  const leaking = await listRoofs(stage, troupe);
  await diagnose(stage, troupe);
  await springBegins(stage, troupe, goodYear);
  await consult(stage, troupe, proposal, {
    after: {
      2: async () => {
        await repairRoofs(stage, troupe, leaking);
        await finishRoofs(stage, troupe, leaking);
        await tellOfRoofs(troupe);
      },
    },
  });
  await firstReview(stage, troupe, goodYear);
  await sign(stage, troupe, proposal);
  await putUpRacks(stage, troupe, hung);
  await answerAbove(stage, troupe);
  await bringSheet(stage, troupe, '2022-07-15 09:00', storyYear.slice(0, 7));
  await recordFigures(stage, troupe);
  await publishMonths(stage, troupe, { on: '2022-07-15 11:00', months: storyYear.slice(0, 4) });
  await gatherStewards(stage, troupe, '2022-07-15');
  await aTurnStoodIn(stage, troupe, { asked: '2022-07-15 19:00', served: '2022-07-16 09:30' });
  await heldInJuly(stage, troupe);
  await thanked(stage, troupe);
  await pictureOfJuly(stage, troupe);
  await sheetOfJuly(stage, troupe);
  await districtOf(stage, troupe);
  const asked = await askInSummer(stage, troupe);
  await build(stage, troupe, proposal, {
    before: () => hearOutside(stage, troupe, asked),
    meanwhile: () => buildInAutumn(stage, troupe, asked),
  });
  await tellWhatStands(troupe);
  await stairwayMeeting(stage, troupe);
  await askedAfterwards(stage, troupe, asked, 'four_weeks');
  await bringSheet(stage, troupe, '2022-11-18 10:00', storyYear.slice(7));
  await publishMonths(stage, troupe, { on: '2022-11-18 10:30', months: storyYear.slice(8) });
  await secondReview(stage, troupe, goodYear);
  await verify(stage, troupe, proposal, {
    four_weeks: () => askedAfterwards(stage, troupe, asked, 'ninety_days'),
    first_snow: () => askedAfterwards(stage, troupe, asked, 'first_snow'),
  });
  await finishMatters(troupe);
  await prescribe(stage, troupe, proposal);
  await stage.end();

  const today = Date.parse(`${shanghaiDate(new Date())}T00:00:00Z`);
  const shift = Math.round((today - 3 * day - secondRound) / day);
  const middle = await openStage(handlers, shift);
  await middle.at('2021-12-08 09:00');
  const cast = await found(middle, {
    slug: 'demo',
    ...about.demo,
    term: { cohort: '演示的一任，不在哪一批里', ...term },
  });
  const path = await begin(middle, cast);
  const racks = await hangRacks(middle, cast);
  const roofs = await listRoofs(middle, cast);
  await consult(middle, cast, path, { until: 2 });
  await putUpRacks(middle, cast, racks);
  await repairRoofs(middle, cast, roofs);
  await hotlineDays(middle, cast);
  const year = yearBefore(addDays(shanghaiDate(new Date()), -1));
  await bringSheet(middle, cast, '2022-04-04 16:00', year);
  await publishMonths(middle, cast, { on: '2022-04-04 16:30', months: year.slice(0, -1) });
  await takeUp(middle, cast);
  await comingMonth(middle, cast);
  await skilled(middle, cast, '2022-04-12');
  await gatherStewards(middle, cast, '2022-04-04');
  await askVolunteer(middle, cast, '2022-04-04');
  await bringTogether(middle, cast);
  await raiseNow(middle, cast);
  await meetingsNow(middle, cast);
  await compareSheds(middle, cast);
  await planLift(middle, cast);
  await turnDown(middle, cast);
  await weigh(middle);
  // Done at night; the demonstration begins in the morning after.
  await handlers.topics_keep?.({});
  await handlers.selection_keep?.({});
  await middle.end();
}

await seed();
await closePool();
await lookAtTables(env.databaseUrl);
