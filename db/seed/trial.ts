import { allJobs } from '@/cli/work';
import { closePool } from '@/db/client';
import { begin } from './beginning';
import { found } from './founding';
import { openStage } from './stage';

process.env.TONGXIN_CONNECT_AS_SEED = '1';
const { handlers } = await allJobs();
const stage = await openStage(handlers);
await stage.at('2021-12-08 09:00');
const troupe = await found(stage, { slug: 'zhuguang', nameZh: '珠光逸景社区', nameEn: 'Zhuguang Yijing', placeZh: '', placeEn: '', term: { from: '2021-12-08', to: '2022-10-31' } });
console.log('proposal', await begin(stage, troupe));
await stage.end();
await closePool();
