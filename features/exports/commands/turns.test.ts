import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { plainSheet } from '@/db/seed/blank-sheets';
import { putBlank } from '@/features/blanks/commands';
import { oneBlank } from '@/features/blanks/queries/one';
import { confirmShift } from '@/features/stewards/commands/hours';
import { offerShift, takeShift } from '@/features/stewards/commands/turns';
import { readBlankApart } from '@/lib/sheet/apart';
import { code, done } from '@/tests/consultation';
import { closeAll } from '@/tests/fixture';
import { team } from '@/tests/stewards';
import { filledBlank } from '../queries/blank';
import { fillBlank } from './blank';

after(closeAll);

test('the rota and the hours that were served fill in whatever sheet an office sends; whose they are only for whoever makes up the team', async () => {
  const { here, worker, secretary, one, two, first, second, plan, turns } = await team();
  done(await plan(first));
  done(await plan(second, { day: '2022-03-03', part: 'evening' }));
  done(await plan(first, { day: '2022-03-04' }));
  const [served, , vacant] = (await turns()).map(({ id }) => id);
  done(await offerShift(here.by(one), { shift: served, words: '有事' }));
  done(await takeShift(here.by(two), { shift: served }));
  done(await offerShift(here.by(one), { shift: vacant, words: '有事' }));
  here.at('2022-03-02T13:00');
  done(await confirmShift(here.by(worker), { shift: served, minutes: '170' }));
  const bytes = plainSheet(['日期', '时段', '值班人员', '服务时长（小时）', '是否替班', '状态']);
  const sheet = {
    name: '志愿服务台账.xlsx',
    file: bytes.toString('base64'),
    layout: done(await readBlankApart(bytes)),
  };
  const { blank } = done(await putBlank(here.by(worker), sheet));
  const known = await oneBlank(here.by(worker), { no: blank, of: 'turns' });
  assert.deepEqual(known?.chosen, { 0: 'date', 1: 'part', 2: 'name', 3: 'hours', 4: 'stoodIn', 5: 'standing' });
  const columns = Object.fromEntries(
    Object.entries(known?.chosen ?? {}).map(([n, field]) => [`column${Number(n) + 1}`, field]),
  );
  const ask = { blank, of: 'turns', asked: '', purpose: '志愿服务台账' };
  const rowsOf = async (by: number, more: object = {}) => {
    const { export: no } = done(await fillBlank(here.by(by), { ...ask, ...columns, ...more }));
    const filled = await filledBlank(here.by(by), no);
    assert.ok(filled);
    const { sheets } = await readXlsx(Buffer.from(await new Response(done(filled).stream).arrayBuffer()));
    return sheets[0]?.rows.slice(1) ?? [];
  };
  const [by = ''] = (await rowsOf(worker, { asked: 'state=served' })).map((row) => String(row[2]));
  assert.deepEqual(await rowsOf(worker), [
    ['2022-03-02', '上午', by, 2.75, '是', '记了工时'],
    ['2022-03-03', '晚上', by, null, '否', '排了班'],
    ['2022-03-04', '上午', null, null, '否', '缺人'],
  ]);
  assert.equal((await rowsOf(secretary, { asked: 'from=2022-03-03&to=2022-03-03' })).length, 1);
  for (const role of ['hotline', 'governance-secretary'] as const)
    assert.equal(code(await fillBlank(here.by(await here.staff(role)), { ...ask, ...columns })), 'not_allowed');
});
