import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter } from '@/lib/calendar';
import { checkPlanned, checkTold, hardSeason, LATE_DAYS, PLAN_DAYS, placeOf, reasonsFor, UNSEEN_DAYS } from './rules';

const now = new Date('2022-04-15T10:00:00+08:00');
const ago = (days: number, more = 0) => new Date(daysAfter(now, -days).getTime() + more);
const never = { met: null, moved: null, fell: null, comforted: null };
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'ok';
const wrong = (...told: Parameters<typeof checkTold>) => checkTold(...told)?.code ?? 'ok';

test('a home is worth a visit once nobody met it for ninety days, and not a moment before', () => {
  assert.deepEqual(reasonsFor(never, now), ['unseen']);
  assert.deepEqual(reasonsFor({ ...never, met: ago(UNSEEN_DAYS) }, now), ['unseen']);
  assert.deepEqual(reasonsFor({ ...never, met: ago(UNSEEN_DAYS, 1) }, now), []);
});

test('after a fall or a move somebody goes within thirty days, unless they were there since', () => {
  const seen = { ...never, met: ago(40) };
  assert.deepEqual(reasonsFor({ ...seen, fell: ago(30, 1), moved: ago(30, 1) }, now), ['fall', 'new_here']);
  assert.deepEqual(reasonsFor({ ...seen, fell: ago(30), moved: ago(30) }, now), []);
  assert.deepEqual(reasonsFor({ ...never, met: ago(5), fell: ago(6), moved: ago(6) }, now), []);
  assert.deepEqual(reasonsFor({ ...never, met: ago(6), fell: ago(5) }, now), ['fall']);
});

test('in heat and cold whoever was comforted within a year is called on again, where nobody was for thirty days', () => {
  const july = new Date('2022-07-15T10:00:00+08:00');
  const back = (days: number, more = 0) => new Date(daysAfter(july, -days).getTime() + more);
  assert.deepEqual(reasonsFor({ ...never, met: back(30), comforted: back(365, 1) }, july), ['heat']);
  assert.deepEqual(reasonsFor({ ...never, met: back(30, 1), comforted: back(40) }, july), []);
  assert.deepEqual(reasonsFor({ ...never, met: back(30), comforted: back(365) }, july), []);
  assert.deepEqual(
    [
      '2022-05-31',
      '2022-06-01',
      '2022-08-31',
      '2022-09-01',
      '2022-10-31',
      '2022-11-01',
      '2022-02-28',
      '2022-03-01',
    ].map(hardSeason),
    [null, 'heat', 'heat', null, null, 'cold', 'cold', null],
  );
});

test('having been there makes a home no more worth a visit', () => {
  const when = fc.option(fc.integer({ min: 0, max: 500 }).map((days) => ago(days)));
  fc.assert(
    fc.property(when, when, when, when, (met, moved, fell, comforted) => {
      const before = reasonsFor({ met, moved, fell, comforted }, now);
      const after = reasonsFor({ met: now, moved, fell, comforted }, now);
      return after.every((one) => before.includes(one)) && !after.includes('unseen');
    }),
  );
});

test('a visit is planned from today on, and not beyond sixty days', () => {
  assert.equal(PLAN_DAYS, 60);
  assert.equal(code(checkPlanned('2022-04-14', '2022-04-15')), 'day_past');
  assert.equal(code(checkPlanned('2022-04-15', '2022-04-15')), 'ok');
  assert.equal(code(checkPlanned('2022-06-14', '2022-04-15')), 'ok');
  assert.equal(code(checkPlanned('2022-06-15', '2022-04-15')), 'day_far');
});

test('what is written down was, not long ago, says whom and what, and at no door where nobody is to knock', () => {
  const told = { on: now, place: 'home', outcome: 'met', met: '老两口', said: '膝盖疼' } as const;
  const open = { noVisits: false, now };
  assert.equal(wrong(told, open), 'ok');
  assert.equal(wrong({ ...told, on: new Date(now.getTime() + 1) }, open), 'in_the_future');
  assert.equal(wrong({ ...told, on: ago(LATE_DAYS) }, open), 'long_ago');
  assert.equal(wrong({ ...told, on: ago(LATE_DAYS, 1) }, open), 'ok');
  assert.equal(wrong(told, { noVisits: true, now }), 'asked_not_to');
  assert.equal(wrong({ ...told, place: 'phone' }, { noVisits: true, now }), 'ok');
  assert.equal(wrong({ ...told, met: '' }, open), 'nobody_named');
  assert.equal(wrong({ ...told, said: '' }, open), 'nothing_said');
  assert.equal(wrong({ ...told, outcome: 'not_home', met: '', said: '' }, open), 'ok');
  assert.equal(wrong({ ...told, place: undefined }, open), 'place_missing');
  const nobody = { ...told, outcome: 'not_home', place: undefined, met: '', said: '' } as const;
  assert.equal(wrong(nobody, open), 'ok', 'where nobody was met nobody asks where');
  assert.deepEqual(
    [placeOf(nobody, false), placeOf(nobody, true), placeOf(told, false)],
    ['home', 'phone', told.place],
  );
  const all = checkTold({ ...told, on: new Date(now.getTime() + 1), place: undefined, met: '', said: '' }, open);
  assert.deepEqual(Object.keys(all?.fieldErrors ?? {}), ['on', 'place', 'met', 'said']);
});
