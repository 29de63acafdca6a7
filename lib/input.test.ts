import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clock,
  count,
  day,
  id,
  line,
  numbers,
  optionalLine,
  orNothing,
  personName,
  text,
  version,
  yuan,
} from './input';

const why = (read: { error?: { issues: { message: string }[] } }) => read.error?.issues[0]?.message;

test('a day is read as people write it; one that does not exist says so', () => {
  const written = ['2022-03-05', '2022/3/5', '2022.3.5', '2022年3月5日', ' ２０２２－０３－０５ ', '\u200e2022-03-05'];
  for (const one of written) assert.equal(day.parse(one), '2022-03-05', one);
  for (const one of ['2022-02-29', '2022-02-30', '2022-04-31', '2022-13-01', '2022-00-10', '2022年6月31日'])
    assert.equal(why(day.safeParse(one)), 'no_such_day', one);
  assert.equal(day.parse('2024-02-29'), '2024-02-29');
  for (const one of ['5.3.2022', '2022-3/5', '20220305', '9999-12-31', '0001-01-01', '明天', '2022-03'])
    assert.equal(why(day.safeParse(one)), 'date', one);
  for (const one of ['', ' ', '\u200b', undefined]) assert.equal(why(day.safeParse(one)), 'day_missing');
});

test('a time of a day is the clock in Shanghai', () => {
  for (const one of ['2022-03-05T19:30', '2022-03-05 19:30', '2022/3/5 19:30:59', '２０２２-03-05T19：30'])
    assert.equal(clock.parse(one).toISOString(), '2022-03-05T11:30:00.000Z', one);
  assert.equal(orNothing(clock).parse(' '), undefined);
  assert.equal(why(clock.safeParse('2022-02-30T10:00')), 'no_such_day');
  for (const one of ['2022-03-05', '2022-03-05T24:00', '2022-03-05T10:60', 'T10:00', '10:00', undefined, 5])
    assert.equal(why(clock.safeParse(one)), 'day_and_time', String(one));
});

test('a number in a form is digits and nothing else; blank is no number', () => {
  assert.deepEqual(
    ['100', '１００', '1,100', ' 9 ', 7].map((one) => count().parse(one)),
    [100, 100, 1100, 9, 7],
  );
  for (const bad of ['1e2', '0x10', '1.5', '-1', '1 000', 'NaN', true, null, [5], 1e21, 1.5, '1000001'])
    assert.equal(why(count().safeParse(bad)), 'number', String(bad));
  for (const blank of ['', ' ', '\u3164']) assert.equal(why(count().safeParse(blank)), 'required');
  assert.equal(orNothing(count()).parse('\u3000'), undefined);
  assert.equal(yuan.parse('12,345.6'), 1_234_560);
  for (const bad of ['12.345', '¥12', '1e3', '0x1F', '.5']) assert.equal(why(yuan.safeParse(bad)), 'number');
});

test('which one is said by its number', () => {
  assert.deepEqual(
    ['7', 7].map((one) => id.parse(one)),
    [7, 7],
  );
  for (const bad of ['', '0', '-1', '1e2', '0x1', '1.0', '2147483648', true, [1], null, undefined])
    assert.equal(why(id.safeParse(bad)), 'choose_one', String(bad));
  assert.equal(version.parse('0'), 0);
});

test('several numbers, as one writes them, each once', () => {
  for (const given of ['1、4', '1, 4', ' １，４、1 ', '4和1', [1, 4]])
    assert.deepEqual(
      numbers.parse(given).sort((a, b) => a - b),
      [1, 4],
      String(given),
    );
  assert.deepEqual(numbers.parse(' '), []);
  for (const bad of ['一号', '1.5', '0', '-1', '1-4', '2147483648', [0], [1.5], null, 7])
    assert.equal(why(numbers.safeParse(bad)), 'numbers', String(bad));
});

test('what is too long is told with how long it may be and how long it is, and nothing is cut', () => {
  assert.equal(why(text(1000).safeParse('坡'.repeat(1000))), undefined);
  assert.equal(why(text(1000).safeParse('坡'.repeat(3003))), 'too_long:1000:3003');
  assert.equal(why(line(4).safeParse('👨‍👩‍👧‍👦'.repeat(4))), undefined);
  assert.equal(why(optionalLine(4).safeParse('👨‍👩‍👧‍👦'.repeat(5))), 'too_long:4:5');
  assert.equal(why(personName(3).safeParse('阿'.repeat(4))), 'too_long:3:4');
});
