import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '@/lib/result';
import { correctUntil, doorsOpen, meetingState, minutesDue, promisesIn, type Stands } from './rules';

const at = (text: string) => new Date(`${text}+08:00`);
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const held: Stands = {
  startsAt: at('2022-03-03T19:00:00'),
  endsAt: at('2022-03-03T20:30:00'),
  cancelledAt: null,
  minutedAt: null,
  correctUntil: null,
  fixedAt: null,
};

test('seven days are calendar days, and the day the minutes come out on does not count', () => {
  for (const out of ['2022-03-04T00:00:00', '2022-03-04T09:00:00', '2022-03-04T23:59:59'])
    assert.deepEqual(correctUntil(at(out)), at('2022-03-12T00:00:00'), out);
  assert.deepEqual(correctUntil(at('2022-03-05T00:00:00')), at('2022-03-13T00:00:00'));
  assert.deepEqual(minutesDue(held.endsAt), at('2022-03-09T00:00:00'));
});

test('a meeting stands where its own moments say, on both sides of each', () => {
  const second = (moment: Date, by: number) => new Date(moment.getTime() + by * 1000);
  const until = at('2022-03-12T00:00:00');
  const out = { ...held, minutedAt: at('2022-03-04T09:00:00'), correctUntil: until };
  assert.deepEqual(
    [
      meetingState(held, second(held.startsAt, -1)),
      meetingState(held, held.startsAt),
      meetingState(held, second(held.endsAt, -1)),
      meetingState(held, held.endsAt),
      meetingState(out, second(until, -1)),
      meetingState(out, until),
      meetingState({ ...out, fixedAt: until }, until),
      meetingState({ ...held, cancelledAt: held.startsAt }, held.endsAt),
    ],
    ['called', 'under_way', 'under_way', 'over', 'open', 'late', 'fixed', 'cancelled'],
  );
  assert.deepEqual(doorsOpen(held.startsAt), at('2022-03-03T18:00:00'));
});

test('a promise says who, what and by when, one a line; what does not is named', () => {
  const read = promisesIn('物业：把坡上的灯装上 2022-05-01\n居委会: 再量一次，2022年4月3日\n', '2022-03-03');
  assert.deepEqual(read.ok && read.value, [
    { who: '物业', what: '把坡上的灯装上', dueOn: '2022-05-01' },
    { who: '居委会', what: '再量一次', dueOn: '2022-04-03' },
  ]);
  assert.deepEqual(promisesIn('', '2022-03-03'), { ok: true, value: [] });
  const unclear = promisesIn('物业：量坡 2022-03-20\n有空就办', '2022-03-03');
  assert.equal(code(unclear), 'promises_unclear');
  assert.equal(!unclear.ok && unclear.refusal.details?.line, '有空就办');
  assert.equal(code(promisesIn('物业：量坡 2022-03-02', '2022-03-03')), 'promised_before');
  assert.equal(code(promisesIn('物业：量坡 2022-03-03', '2022-03-03')), 'ok');
  const many = Array.from({ length: 9 }, (_, n) => `物业：量坡${n} 2022-03-20`).join('\n');
  assert.equal(code(promisesIn(many, '2022-03-03')), 'too_many_promises');
});
