import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { confirmShift } from '@/features/stewards/commands/hours';
import { turnLedger } from '@/features/stewards/queries/ledger';
import { recordVisit } from '@/features/visits/commands/visit';
import { visitLedger } from '@/features/visits/queries/ledger';
import { closeAll, makeCommunity } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { team } from '@/tests/stewards';
import { arrangeReport } from './commands';
import { visitCells } from './components/cells';
import { reportColumns, turnColumns, visitColumns } from './queries';
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

test('a month of visits has its own columns and says of no home what was said there or behind which door', async () => {
  const here = await makeCommunity();
  here.at('2022-04-15T10:00');
  const [worker, hotline] = [await here.staff('social-worker'), await here.staff('hotline')];
  const visit = { household: here.household('14', 0), purpose: 'comfort', place: 'home', met: '老两口' };
  const told = { ...visit, outcome: 'met', said: '台阶滑' };
  value(await recordVisit(here.by(worker), { ...told, on: '2022-04-15T09:30', done: '扶他下楼' }));
  here.at('2022-04-02T08:00');
  value(await recordVisit(here.by(worker), { ...told, on: '2022-04-01T00:00' }));
  value(await recordVisit(here.by(worker), { ...visit, met: '', outcome: 'not_home', on: '2022-03-31T23:59' }));
  here.at('2022-04-15T11:00');
  const april = await visitLedger(here.by(worker), { month: null });
  assert.equal(april?.month, '2022-04');
  assert.deepEqual(
    april.visits.map(({ at }, n) => [n, new Date(at).toISOString().slice(0, 10)]),
    [
      [0, '2022-03-31'],
      [1, '2022-04-15'],
    ],
    'the first of April in Shanghai is still March in Greenwich',
  );
  assert.deepEqual(april.purposes, [{ purpose: 'comfort', visits: 2, met: 2 }]);
  assert.equal(/台阶|老两口|扶他|101/.test(JSON.stringify(april)), false);
  const [, last] = april.visits;
  assert.equal(last && visitCells(last, 1, 'zh').done, '是');
  assert.equal((await visitLedger(here.by(worker), { month: '2022-03' }))?.visits.length, 1);
  assert.equal((await visitLedger(here.by(worker), { month: '2022-99' }))?.month, '2022-04');
  assert.equal(await visitLedger(here.by(hotline), { month: null }), undefined);

  const order = { sheet: 'visits', column1: 'day', column3: 'purpose' };
  assert.equal(code(await arrangeReport(here.by(hotline), order)), 'not_allowed');
  assert.equal(code(await arrangeReport(here.by(worker), { sheet: 'visits', column1: 'purpose' })), 'no_day');
  assert.equal(code(await arrangeReport(here.by(worker), { ...order, column2: 'unit' })), 'not_of_sheet');
  value(await arrangeReport(here.by(worker), order));
  assert.deepEqual((await visitColumns(here.by(worker), {}))?.columns, ['day', 'purpose']);
  assert.deepEqual((await reportColumns(here.by(worker), {}))?.columns, [...REPORT_COLUMNS], 'each sheet has its own');
  here.at(undefined);
});

test('a month of the rota: who was there, who stood in and how long, for those who see the team', async () => {
  const { here, worker, first, plan, turns } = await team();
  value(await plan(first));
  const [turn] = await turns();
  here.at('2022-03-02T13:00');
  value(await confirmShift(here.by(worker), { shift: turn?.id, minutes: '170' }));
  const march = await turnLedger(here.by(worker), { month: '2022-03' });
  assert.deepEqual(
    march?.turns.map(({ day, minutes, stoodIn }) => [day, minutes, stoodIn]),
    [['2022-03-02', 170, false]],
  );
  assert.deepEqual(march?.months, ['2022-03']);
  assert.equal(await turnLedger(here.by(await here.staff('hotline')), { month: null }), undefined);
  value(await arrangeReport(here.by(worker), { sheet: 'turns', column1: 'day', column2: 'name' }));
  assert.deepEqual((await turnColumns(here.by(worker), {}))?.columns, ['day', 'name']);
  here.at(undefined);
});
