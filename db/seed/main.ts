import { allJobs } from '@/cli/work';
import { lookAtTables } from '@/db/migrate';
import { addDays, shanghaiDate } from '@/lib/calendar';
import { closePool } from '@/lib/database';
import { env } from '@/lib/env';
import { begin } from './beginning';
import { consult } from './consulting';
import { build, sign, verify } from './ending';
import { publishMonths, recordFigures } from './figures';
import { found } from './founding';
import { hotlineDays } from './hotline';
import { openStage } from './stage';
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

/** Lives through the demonstration by the real commands. A second time it changes nothing. */
async function seed(): Promise<void> {
  if (!env.demonstration) throw new Error('only demonstrations are seeded');
  process.env.TONGXIN_CONNECT_AS_SEED = '1';
  const { handlers } = await allJobs();

  const stage = await openStage(handlers);
  const { rows } = await stage.owner.query(`select 1 from community where slug = 'demo'`);
  if (rows.length > 0) return stage.end();

  await stage.at('2021-12-08 09:00');
  const troupe = await found(stage, { slug: 'zhuguang', ...about.zhuguang, term });
  const proposal = await begin(stage, troupe);
  await consult(stage, troupe, proposal);
  await sign(stage, troupe, proposal);
  await bringSheet(stage, troupe, '2022-07-15 09:00', storyYear.slice(0, 7));
  await recordFigures(stage, troupe);
  await publishMonths(stage, troupe, { on: '2022-07-15 11:00', months: storyYear.slice(0, 4) });
  await build(stage, troupe, proposal);
  await bringSheet(stage, troupe, '2022-11-18 10:00', storyYear.slice(7));
  await publishMonths(stage, troupe, { on: '2022-11-18 10:30', months: storyYear.slice(8) });
  await verify(stage, troupe, proposal);
  await stage.end();

  const today = Date.parse(`${shanghaiDate(new Date())}T00:00:00Z`);
  const shift = Math.round((today - 3 * day - secondRound) / day);
  const middle = await openStage(handlers, shift);
  await middle.at('2021-12-08 09:00');
  const cast = await found(middle, { slug: 'demo', ...about.demo, term });
  await consult(middle, cast, await begin(middle, cast), 2);
  await hotlineDays(middle, cast);
  const year = yearBefore(addDays(shanghaiDate(new Date()), -1));
  await bringSheet(middle, cast, '2022-04-04 16:00', year);
  await publishMonths(middle, cast, { on: '2022-04-04 16:30', months: year.slice(0, -1) });
  // Done at night; the demonstration begins in the morning after.
  await handlers.topics_keep?.({});
  await handlers.selection_keep?.({});
  await middle.end();
}

await seed();
await closePool();
await lookAtTables(env.databaseUrl);
