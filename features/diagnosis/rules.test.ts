import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerOn,
  baselineBy,
  checkAnswerDay,
  checkCauses,
  checkDue,
  checkMonth,
  checkReport,
  daysLate,
  endOfMonth,
  isLate,
  lastDayOver,
  lateBy,
  monthsBeside,
  raisedBy,
  stoodOn,
} from './rules';

const now = new Date('2022-03-06T10:00:00+08:00');
const none = { legacy: '', maintenance: '', management: '', neighbours: '' };

test('at least one cause', () => {
  assert.equal(checkCauses(none).ok, false);
  assert.equal(checkCauses({ ...none, neighbours: '上下两栋楼互不相让' }).ok, true);
});

test('due after today and within two years; an answer within thirty days', () => {
  const due = (day: string) => checkDue(day, now).ok;
  assert.deepEqual(['2022-03-06', '2022-03-07', '2024-03-05', '2024-03-06'].map(due), [false, true, true, false]);
  const answered = (day: string) => checkAnswerDay(day, now).ok;
  assert.deepEqual(['2022-03-06', '2022-03-07', '2022-04-05', '2022-04-06'].map(answered), [false, true, true, false]);
});

test('of what is stuck it is said who could loosen it', () => {
  assert.equal(checkReport({ state: 'stuck', loosener: '' }).ok, false);
  assert.equal(checkReport({ state: 'stuck', loosener: '园林局' }).ok, true);
  assert.equal(checkReport({ state: 'under_way', loosener: '' }).ok, true);
});

test('late from the day after, unless it is over', () => {
  assert.equal(isLate({ state: null, dueOn: '2022-03-05' }, now), true);
  assert.equal(isLate({ state: 'stuck', dueOn: '2022-03-06' }, now), false);
  assert.equal(isLate({ state: 'done', dueOn: '2022-03-05' }, now), false);
});

test('a month that has begun, and no more days than it has', () => {
  const may = (month: string, days: number) => {
    const checked = checkMonth(month, days, now);
    return checked.ok ? 'ok' : checked.refusal.code;
  };
  assert.equal(may('2022-03', 31), 'ok');
  assert.equal(may('2022-02', 29), 'too_many_days');
  assert.equal(may('2022-02', 28), 'ok');
  for (const month of ['2022-04', '2022-13', '2022-3', 'x']) assert.equal(may(month, 1), 'month', month);
  assert.equal(endOfMonth('2024-02'), '2024-02-29');
});

test('how it stood at the end of a day in Shanghai', () => {
  const said = { words: '', loosener: '' };
  const reports = [
    { ...said, state: 'under_way' as const, at: '2022-03-10T02:00:00Z' },
    { ...said, state: 'done' as const, at: '2022-03-31T16:00:00Z' },
  ];
  assert.equal(stoodOn(reports, '2022-03-09'), null);
  assert.equal(stoodOn(reports, '2022-03-31')?.state, 'under_way');
  assert.equal(stoodOn(reports, '2022-04-01')?.state, 'done');
});

test('what was answered after a day was not answered by then', () => {
  const raise = { at: '2022-02-23T02:00:00Z', answer: '可以办', answeredAt: '2022-07-08T02:00:00Z' };
  assert.deepEqual(raisedBy([raise], '2022-02-22'), []);
  assert.deepEqual(raisedBy([raise], '2022-06-30'), [{ ...raise, answer: null, answeredAt: null }]);
  assert.deepEqual(raisedBy([raise], '2022-07-08'), [raise]);
});

test('six months to choose from: two after the one that is shown, if they have begun, and those before it', () => {
  assert.deepEqual(monthsBeside('2022-03', now), ['2022-03', '2022-02', '2022-01', '2021-12', '2021-11', '2021-10']);
  assert.deepEqual(monthsBeside('2022-02', now), ['2022-03', '2022-02', '2022-01', '2021-12', '2021-11', '2021-10']);
  assert.deepEqual(monthsBeside('2021-06', now), ['2021-08', '2021-07', '2021-06', '2021-05', '2021-04', '2021-03']);
});

test('the day something is due is whole; the day after is one late', () => {
  assert.equal(daysLate('2022-11-30', '2022-11-30T15:59:59Z'), 0);
  assert.equal(daysLate('2022-11-30', '2022-11-30T16:00:00Z'), 1);
  assert.equal(daysLate('2022-11-30', '2022-10-01T00:00:00Z'), 0);
});

test('what was raised waits through its own day, and is overdue once that is over; a month that goes on is read up to yesterday', () => {
  assert.equal(lastDayOver('2022-02-28', now), '2022-02-28');
  assert.equal(lastDayOver('2022-03-31', now), '2022-03-05');
  const raised = { dueOn: '2022-03-06', answeredAt: null };
  assert.equal(answerOn(raised, lastDayOver('2022-03-31', now)), 'waits');
  assert.equal(answerOn(raised, '2022-03-06'), 'overdue');
  assert.equal(answerOn({ ...raised, answeredAt: '2022-03-20T00:00:00Z' }, '2022-03-31'), 'answered');
});

test('a matter is late until it was done or the month is over; of what was given up nobody counts', () => {
  const of = (state: 'under_way' | 'done' | 'dropped', at: string) => ({ dueOn: '2022-03-10', stood: { state, at } });
  assert.equal(lateBy({ dueOn: '2022-03-10', stood: null }, '2022-03-10'), 0);
  assert.equal(lateBy(of('under_way', '2022-03-01T00:00:00Z'), '2022-03-31'), 21);
  assert.equal(lateBy(of('done', '2022-03-12T04:00:00Z'), '2022-03-31'), 2);
  assert.equal(lateBy(of('dropped', '2022-03-12T04:00:00Z'), '2022-03-31'), null);
});

test('a month is held beside what was over by its end, and what was not is named', () => {
  const held = { to: '2022-03-31' };
  assert.deepEqual(baselineBy(held, '2022-03-31'), { baseline: held, later: null });
  assert.deepEqual(baselineBy(held, '2022-03-30'), { baseline: null, later: held });
  assert.deepEqual(baselineBy(null, '2022-03-31'), { baseline: null, later: null });
});
