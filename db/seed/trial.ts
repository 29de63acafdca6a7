import { allJobs } from '@/cli/work';
import { closePool } from '@/db/client';
import { begin } from './beginning';
import { consult } from './consulting';
import { found } from './founding';
import { openStage } from './stage';

process.env.TONGXIN_CONNECT_AS_SEED = '1';
const { handlers } = await allJobs();
const stage = await openStage(handlers);
await stage.at('2021-12-08 09:00');
const troupe = await found(stage, {
  slug: 'zhuguang',
  nameZh: '珠光逸景社区',
  nameEn: 'Zhuguang Yijing',
  placeZh: '',
  placeEn: '',
  term: { from: '2021-12-08', to: '2022-10-31' },
});
const proposal = await begin(stage, troupe);
await consult(stage, troupe, proposal);
const r = await stage.owner.query(
  'select r.k, c.*, g.name from round_cell c join round r on r.id=c.round_id and r.community_id=c.community_id join affected_group g on g.id=c.group_id and g.community_id=c.community_id order by 1',
);
for (const x of r.rows)
  console.log(
    x.k,
    x.name,
    x.supports,
    x.conditional,
    x.opposes,
    x.no_view,
    x.refused,
    x.not_home,
    x.not_tried,
    JSON.stringify(x.published),
  );
console.log(JSON.stringify((await stage.owner.query('select no, state, wording from objection order by no')).rows));
await stage.end();
await closePool();
