import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFILES } from '@/features/figures/rules';
import { inTwoWays, ranked } from '@/features/figures/rules/ranking';
import { checkColumns, columnsOf, REPORT_COLUMNS, reportRows, type SheetName } from './rules';

const profile = PROFILES.beijing_district_2025;
const counts = (effective: number, resolved: number) => ({
  effective,
  contacted: effective,
  resolved,
  satisfied: resolved,
  fairlySatisfied: 0,
  responseOnly: 1,
  responseOnlyContacted: 0,
});
const units = [
  { name: '物业', volume: 210, closed: 205, counts: counts(200, 120) },
  { name: '居委会', volume: 12, closed: 12, counts: counts(10, 10) },
  { name: '', volume: 3, closed: 0, counts: { ...counts(0, 0), responseOnly: 0 } },
];

test('a line for each unit, the total in one pot, and the mean, which has no counts', () => {
  const rows = reportRows(ranked(units, profile), inTwoWays(units, profile));
  const shown = rows.map(({ kind, cells }) => [
    kind,
    cells.number,
    cells.unit,
    cells.volume,
    cells.effective,
    cells.resolution,
  ]);
  assert.deepEqual(shown, [
    ['unit', 1, '居委会', 12, 11, 100],
    ['unit', 2, '物业', 210, 201, 60],
    ['unit', 3, '', 3, 0, null],
    ['pooled', null, null, 225, 212, 61.9],
    ['mean', null, null, null, null, 80],
  ]);
  assert.deepEqual(rows[1]?.cells.contacted, 200, 'of whom only the response was asked and nobody had been in touch');
});

test('each column once, of that sheet, what its rows are among them; kept columns there are no more fall away', () => {
  const code = (columns: readonly string[], sheet: SheetName = 'report') => {
    const checked = checkColumns(sheet, columns);
    return checked.ok ? 'ok' : checked.refusal.code;
  };
  assert.equal(code(REPORT_COLUMNS), 'ok');
  assert.equal(code(['unit', 'volume', 'volume']), 'column_twice');
  assert.equal(code(['volume']), 'no_unit');
  assert.equal(code(['day', 'purpose'], 'visits'), 'ok');
  assert.equal(code(['purpose'], 'visits'), 'no_day');
  assert.equal(code(['day', 'unit'], 'visits'), 'not_of_sheet');
  assert.deepEqual(columnsOf('report', null), [...REPORT_COLUMNS]);
  assert.deepEqual(columnsOf('report', ['unit', 'gone', 'volume']), ['unit', 'volume']);
  assert.deepEqual(columnsOf('turns', ['day', 'unit', 'name']), ['day', 'name']);
});
