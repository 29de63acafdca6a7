import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstSnowAfter, heardAt, legworkOf, snowOf, stopNamed, stopsOf, type Waiting } from './rules';

const at = (text: string) => new Date(`${text}+08:00`);
const now = at('2026-11-29T10:30:00');
const nothing: Waiting = { now, roundEnds: null, noticeEnds: null, completedAt: null, drawn: [] };
const said = (waiting: Partial<Waiting>) =>
  stopsOf({ ...nothing, ...waiting }).map(({ name, at: when }) => [name, when.toISOString()]);
const tomorrow = ['day', at('2026-11-30T10:30:00').toISOString()];

test('where nothing is waited for there is tomorrow', () => {
  assert.deepEqual(said({}), [tomorrow]);
});

test('a round and a notice end when they end, the sooner first; what is over is no place to go to', () => {
  const [round, notice] = [at('2026-12-10T00:00:00'), at('2026-12-07T00:00:00')];
  assert.deepEqual(said({ roundEnds: round, noticeEnds: notice }), [
    ['notice_end', notice.toISOString()],
    ['round_end', round.toISOString()],
    tomorrow,
  ]);
  assert.deepEqual(said({ roundEnds: now, noticeEnds: at('2026-11-01T00:00:00') }), [tomorrow]);
});

test('after completion: snow, four weeks and ninety days, each until it is drawn', () => {
  const completedAt = at('2026-11-28T16:00:00');
  assert.deepEqual(said({ completedAt }), [
    ['first_snow', at('2026-11-30T09:00:00').toISOString()],
    ['four_weeks', at('2026-12-26T09:00:00').toISOString()],
    ['ninety_days', at('2027-02-26T09:00:00').toISOString()],
    tomorrow,
  ]);
  assert.deepEqual(
    said({ completedAt, drawn: ['first_snow', 'four_weeks'] }).map(([name]) => name),
    ['ninety_days', 'day'],
  );
  assert.equal(snowOf(stopsOf({ ...nothing, completedAt })[0] ?? { name: 'day', at: now }), '2026-11-29');
});

test('snow falls in winter, in this or in the next year', () => {
  assert.deepEqual(['2026-11-28', '2026-11-29', '2026-12-31', '2027-02-12', '2028-02-29'].map(firstSnowAfter), [
    '2026-11-29',
    '2026-12-20',
    '2027-01-12',
    '2027-11-29',
    '2028-11-29',
  ]);
});

test('next is the soonest that something waits for, and tomorrow where nothing does', () => {
  const ends = at('2026-12-10T00:00:00');
  assert.equal(stopNamed(stopsOf({ ...nothing, roundEnds: ends }), 'next')?.at, ends);
  assert.equal(stopNamed(stopsOf(nothing), 'next')?.name, 'day');
  assert.equal(stopNamed(stopsOf(nothing), 'round_end'), undefined);
  assert.equal(stopNamed(stopsOf(nothing), null), undefined);
});

test('there is legwork at doors while a round is open, with answers until it is built, and on the telephone once a wave is drawn', () => {
  assert.deepEqual(legworkOf(nothing), ['answers']);
  assert.deepEqual(legworkOf({ ...nothing, roundEnds: now }), ['answers']);
  assert.deepEqual(legworkOf({ ...nothing, roundEnds: at('2026-11-29T10:31:00') }), [
    'doors',
    'doors_agree',
    'answers',
  ]);
  assert.deepEqual(legworkOf({ ...nothing, completedAt: now }), []);
  assert.deepEqual(legworkOf({ ...nothing, drawn: ['four_weeks'] }), ['answers']);
  assert.deepEqual(legworkOf({ ...nothing, completedAt: now, drawn: ['four_weeks'] }), ['calls']);
});

test('only doors that were not heard are asked, unless everybody is to agree', () => {
  const places = [...Array(18).keys()];
  const heard = ['support', 'support_if', 'oppose', 'no_view', 'refused'] as const;
  for (const state of heard) assert.ok(places.every((place) => heardAt(state, place, 'doors') === null));
  const first = places.map((place) => heardAt('not_tried', place, 'doors'));
  assert.deepEqual(
    first.map((one, place) => [one, place]).filter(([one]) => one !== 'support'),
    [
      ['no_view', 6],
      ['not_home', 8],
      ['no_view', 13],
      ['not_home', 17],
    ],
  );
  assert.ok(places.every((place) => !['not_home', null].includes(heardAt('not_home', place, 'doors'))));
  for (const state of ['support', 'support_if'] as const) assert.equal(heardAt(state, 8, 'doors_agree'), null);
  for (const state of ['oppose', 'no_view', 'refused', 'not_home', 'not_tried'] as const)
    assert.equal(heardAt(state, 8, 'doors_agree'), 'support');
});
