import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  awaitsSnow,
  type Call,
  callBlock,
  checkWave,
  dueDates,
  dueWaves,
  groupResult,
  isUnsolved,
  isVerified,
  type Satisfaction,
  snowBefore,
  waveResult,
  waveSample,
} from './rules';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const call = (satisfaction: Satisfaction | null, reached = true, group = 15): Call => ({
  group,
  reached,
  satisfaction,
});
const calls = (satisfied: number, dissatisfied: number, silent = 0): Call[] => [
  ...upTo(satisfied).map(() => call('satisfied')),
  ...upTo(dissatisfied).map(() => call('dissatisfied')),
  ...upTo(silent).map(() => call(null, false)),
];

test('not solved is what somebody reached calls so, by either answer', () => {
  const said = { reached: true, resolved: true, satisfaction: 'satisfied' as const };
  assert.equal(isUnsolved(said), false);
  assert.equal(isUnsolved({ ...said, resolved: null, satisfaction: 'fairly_satisfied' }), false);
  assert.equal(isUnsolved({ ...said, resolved: false }), true);
  assert.equal(isUnsolved({ ...said, satisfaction: 'dissatisfied' }), true);
  assert.equal(isUnsolved({ reached: false, resolved: false, satisfaction: null }), false);
});

test('snow is waited for from completion until its wave is drawn, and its day is known afterwards', () => {
  for (const state of ['completed', 'verifying']) {
    assert.equal(awaitsSnow({ state, snowDrawn: false }), true);
    assert.equal(awaitsSnow({ state, snowDrawn: true }), false);
  }
  for (const state of ['building', 'verified', 'reopened'])
    assert.equal(awaitsSnow({ state, snowDrawn: false }), false);
  assert.equal(snowBefore(dueDates('2022-11-20', '2022-12-31').first_snow ?? ''), '2022-12-31');
});

test('four weeks, ninety days, and the day after the first snow', () => {
  assert.deepEqual(dueDates('2022-11-20', null), {
    four_weeks: '2022-12-18',
    ninety_days: '2023-02-18',
    first_snow: null,
  });
  assert.deepEqual(dueWaves('2022-11-20', null, '2022-12-17'), []);
  assert.deepEqual(dueWaves('2022-11-20', null, '2022-12-18'), ['four_weeks']);
  assert.deepEqual(dueWaves('2022-11-20', '2023-01-12', '2023-01-12'), ['four_weeks']);
  assert.deepEqual(dueWaves('2022-11-20', '2023-01-12', '2023-01-13'), ['four_weeks', 'first_snow']);
  assert.equal(dueDates('2022-11-20', '2022-11-19').first_snow, null);
});

test('former objectors are always called; the rest is drawn and can be drawn again', () => {
  const group = { households: upTo(84), always: [3, 50, 999] };
  const sample = waveSample(group, 'seed', sha256);
  assert.deepEqual(sample.slice(0, 2), [3, 50]);
  assert.equal(sample.length, 17);
  assert.deepEqual(waveSample({ ...group, households: upTo(84).reverse() }, 'seed', sha256).sort(), sample.sort());
  assert.notDeepEqual(waveSample(group, 'other', sha256), sample);
  assert.deepEqual(waveSample({ households: upTo(3), always: [] }, 's', sha256).length, 3);
  assert.deepEqual(waveSample({ households: upTo(9), always: upTo(9) }, 's', sha256), upTo(9));
});

test('nobody is called twice and all of them live in the group', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60)), fc.array(fc.nat(60)), fc.string(), (households, always, seed) => {
      const sample = waveSample({ households, always }, seed, sha256);
      assert.equal(new Set(sample).size, sample.length);
      assert.ok(sample.every((one) => households.includes(one)));
      assert.ok(always.filter((one) => households.includes(one)).every((one) => sample.includes(one)));
    }),
  );
});

test('the floor is met exactly, and counted of those who answered', () => {
  assert.deepEqual(groupResult(15, calls(4, 1, 3), [4, 5]), { group: 15, n: 4, d: 5, silent: 3, passes: true });
  assert.equal(groupResult(15, calls(7, 2), [4, 5]).passes, false);
  assert.equal(groupResult(15, calls(8, 2), [4, 5]).passes, true);
  assert.equal(groupResult(15, [call('fairly_satisfied')], [1, 1]).passes, true);
  assert.deepEqual(groupResult(15, [call(null)], [1, 2]), { group: 15, n: 0, d: 0, silent: 1, passes: false });
});

test('one group below its floor is enough, however content the others are', () => {
  const all = [...upTo(100).map(() => call('satisfied', true, 14)), ...calls(1, 3)];
  const result = waveResult([14, 15], all, [4, 5]);
  assert.equal(result.passes, false);
  assert.deepEqual(result.below, [15]);
  assert.equal(waveResult([], [], [4, 5]).passes, false);
});

test('verified after all three waves, not before', () => {
  const good = waveResult([15], calls(5, 0), [4, 5]);
  const bad = waveResult([15], calls(0, 5), [4, 5]);
  assert.equal(isVerified(new Map([['four_weeks', good] as const, ['ninety_days', good] as const])), false);
  const all = (last: typeof good) =>
    new Map([['four_weeks', good] as const, ['ninety_days', good] as const, ['first_snow', last] as const]);
  assert.equal(isVerified(all(good)), true);
  assert.equal(isVerified(all(bad)), false);
});

test('who handled it, and who reported or checked a milestone of it, does not call', () => {
  const parts = { handlers: [1, 2], builders: [2, 3] };
  assert.equal(callBlock(1, parts), 'handler_calls');
  assert.equal(callBlock(2, parts), 'handler_calls');
  assert.equal(callBlock(3, parts), 'builder_calls');
  assert.equal(callBlock(4, parts), null);
});

test('people are called in a wave while what it was drawn for is being verified, and not once it was completed again', () => {
  const completedAt = new Date('2022-04-12T01:00:00Z');
  const wave = { completedAt, closedAt: null };
  const code = (...facts: Parameters<typeof checkWave>) => {
    const may = checkWave(...facts);
    return may.ok ? 'ok' : may.refusal.code;
  };
  assert.equal(code('verifying', wave, new Date(completedAt)), 'ok');
  assert.equal(code('verifying', wave, new Date(completedAt.getTime() + 1)), 'wave_of_before');
  assert.equal(code('verifying', wave, null), 'wave_of_before');
  assert.equal(code('reopened', wave, completedAt), 'not_at_this_step');
  assert.equal(code('verifying', { ...wave, closedAt: completedAt }, completedAt), 'wave_closed');
});
