import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, makeCommunity } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { arrangeReport } from './commands';
import { reportColumns } from './queries';
import { REPORT_COLUMNS } from './rules';

after(closeAll);

test('an office arranges the columns of its report, and everybody who reads it has them', async () => {
  const here = await makeCommunity();
  const [hotline, auditor] = [await here.staff('hotline'), await here.staff('auditor')];
  const columns = async (person: number) => (await reportColumns(here.by(person), {}))?.columns;
  assert.deepEqual(await columns(auditor), [...REPORT_COLUMNS]);
  const order = { column1: 'unit', column2: 'composite', column5: 'volume' };
  assert.equal(code(await arrangeReport(here.by(auditor), order)), 'not_allowed');
  assert.equal(code(await arrangeReport(here.by(hotline), { column1: 'volume' })), 'no_unit');
  assert.equal(code(await arrangeReport(here.by(hotline), { ...order, column3: 'unit' })), 'column_twice');
  value(await arrangeReport(here.by(hotline), order));
  assert.deepEqual(await columns(auditor), ['unit', 'composite', 'volume']);
  value(await arrangeReport(here.by(hotline), { column1: 'unit' }));
  assert.deepEqual(await columns(hotline), ['unit']);
  assert.equal(await columns(await here.resident(here.household('14', 0))), undefined);
});
