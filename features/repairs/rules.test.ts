import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shanghaiDate } from '@/lib/calendar';
import {
  allAsked,
  allGood,
  type Counts,
  checkVerdict,
  leadsTo,
  mayBeJudged,
  monthsLater,
  readLine,
  UNIT_STATES,
  underWarranty,
  unitsIn,
  warrantyTo,
} from './rules';

test('so many months later is the same day, or the last of that month', () => {
  assert.equal(monthsLater('2022-01-31', 1), '2022-02-28');
  assert.equal(monthsLater('2023-12-31', 2), '2024-02-29');
  assert.equal(monthsLater('2022-05-15', 60), '2027-05-15');
  assert.equal(monthsLater('2022-12-01', 1), '2023-01-01');
  const days = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map(shanghaiDate);
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 120 }), (day, months) => {
      const later = monthsLater(day, months);
      assert.ok(later > day);
      assert.ok(monthsLater(day, months + 1) > later);
      assert.ok(later.slice(8) <= day.slice(8));
    }),
  );
});

test('a warranty holds to its last day, and only for what its household has called good', () => {
  const to = warrantyTo('2022-05-15', 60);
  assert.equal(underWarranty({ state: 'confirmed', warrantyTo: to }, '2027-05-15'), true);
  assert.equal(underWarranty({ state: 'confirmed', warrantyTo: to }, '2027-05-16'), false);
  assert.equal(underWarranty({ state: 'repaired', warrantyTo: null }, '2022-05-15'), false);
});

test('each home goes from the list over looked at and repaired to its own word; a refusal is repaired anew', () => {
  const from = (to: (typeof UNIT_STATES)[number]) => UNIT_STATES.filter((one) => leadsTo(one, to));
  assert.deepEqual(from('looked'), ['reported']);
  assert.deepEqual(from('repaired'), ['looked', 'refused'], 'what is repaired is not repaired once more');
  assert.deepEqual(from('confirmed'), ['repaired']);
  assert.deepEqual(from('refused'), ['repaired']);
  assert.deepEqual(from('reported'), ['confirmed', 'dropped'], 'it leaks again, or comes back onto the list');
  assert.deepEqual(from('dropped'), ['reported', 'looked', 'refused']);
});

test('a household speaks once it is repaired, and in place of what was written down for it', () => {
  const may = (recorded: boolean) => UNIT_STATES.filter((state) => mayBeJudged({ state, recorded }));
  assert.deepEqual(may(false), ['repaired']);
  assert.deepEqual(may(true), ['repaired', 'confirmed', 'refused']);
});

test('whoever says that it is not good says what, and by when', () => {
  const code = (said: Parameters<typeof checkVerdict>[0]) => {
    const done = checkVerdict(said, '2022-05-15');
    return done.ok ? 'ok' : JSON.stringify(done.refusal.fieldErrors);
  };
  assert.equal(code({ outcome: 'confirmed', note: '' }), 'ok');
  assert.equal(code({ outcome: 'refused', note: '', repairOn: '2022-05-20' }), '{"note":"required"}');
  assert.equal(code({ outcome: 'refused', note: '还漏' }), '{"repairOn":"day_missing"}');
  assert.equal(code({ outcome: 'refused', note: '还漏', repairOn: '2022-05-14' }), '{"repairOn":"not_past"}');
  assert.equal(code({ outcome: 'refused', note: '还漏', repairOn: '2022-05-15' }), 'ok');
});

test('all is good with the word of the last, and not while one home is anywhere else', () => {
  const counts: Counts = { reported: 0, looked: 0, repaired: 1, confirmed: 3, refused: 0, dropped: 2 };
  assert.equal(allGood(counts, 'repaired'), true);
  assert.equal(allGood({ ...counts, repaired: 0, confirmed: 4 }, 'confirmed'), true, 'said once more');
  assert.equal(allGood({ ...counts, repaired: 0, refused: 1 }, 'refused'), true);
  for (const state of UNIT_STATES.filter((one) => one !== 'confirmed' && one !== 'dropped'))
    assert.equal(allGood({ ...counts, [state]: counts[state] + 1 }, 'repaired'), false, state);
});

test('all were asked when each has said something, and only then', () => {
  const counts = (more: Partial<Counts>): Counts => ({
    reported: 0,
    looked: 0,
    repaired: 0,
    confirmed: 3,
    refused: 1,
    dropped: 5,
    ...more,
  });
  assert.equal(unitsIn(counts({ looked: 2 })), 6);
  assert.equal(allAsked(counts({})), true);
  for (const state of ['reported', 'looked', 'repaired'] as const)
    assert.equal(allAsked(counts({ [state]: 1 })), false);
});

test('a line of a sheet is a door and what is wrong there', () => {
  const home = { building: '14', entrance: 1, door: '1801', what: '主卧顶漏' };
  for (const line of [
    '14-1-1801 主卧顶漏',
    '14-1-1801\t主卧顶漏',
    ' 14号楼-1-1801，主卧顶漏 ',
    '１４－１－１８０１　主卧顶漏',
    '14号楼1单元1801室：主卧顶漏',
    '14–1−1801 主卧顶漏',
    '\u200b14 - 1 - 1801\u00a0主卧顶漏\u2028',
    '14栋1单元1801户、主卧顶漏',
    '14号楼 1 单元 1801 主卧顶漏',
  ])
    assert.deepEqual(readLine(line), home, line);
  for (const line of ['14-1801 漏', '14-1-1801', '主卧顶漏', '']) assert.equal(readLine(line), null, line);
});
