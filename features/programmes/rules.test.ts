import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, startOfDay } from '@/lib/calendar';
import {
  advance,
  checkTimes,
  datesOf,
  finds,
  MOST_HOURS,
  monthAfter,
  RECURRENCES,
  slotAt,
  slotsOf,
  threeWords,
  weeksOf,
} from './rules';

const at = (text: string) => new Date(`${text}:00+08:00`);
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code);

test('dates come weekly, every other week, or on the same weekday of the month', () => {
  assert.deepEqual(datesOf('2026-12-05', 'once', 5), ['2026-12-05']);
  assert.deepEqual(datesOf('2026-12-29', 'weekly', 3), ['2026-12-29', '2027-01-05', '2027-01-12']);
  assert.deepEqual(datesOf('2026-12-05', 'fortnightly', 2), ['2026-12-05', '2026-12-19']);
  assert.deepEqual(datesOf('2026-12-12', 'monthly', 3), ['2026-12-12', '2027-01-09', '2027-02-13']);
  assert.deepEqual(
    datesOf('2027-01-30', 'monthly', 3),
    ['2027-01-30', '2027-02-27', '2027-03-27'],
    'a fifth is the last',
  );
});

test('dates are different days, rising, of the weekday they began on', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RECURRENCES),
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 1, max: 12 }),
      (recurrence, days, times) => {
        const from = addDays('2022-01-01', days);
        const dates = datesOf(from, recurrence, times);
        assert.equal(dates[0], from);
        assert.equal(dates.length, recurrence === 'once' ? 1 : times);
        assert.deepEqual([...new Set(dates)].sort(), dates);
        for (const day of dates)
          assert.equal((startOfDay(day).getTime() - startOfDay(from).getTime()) % (7 * 86_400_000), 0);
      },
    ),
  );
});

test('slots fill the time, and what is left is none', () => {
  const times = { startsAt: at('2026-12-05T09:00'), endsAt: at('2026-12-05T10:50'), slotMinutes: 20 };
  assert.equal(slotsOf(times), 5);
  assert.equal(slotsOf({ ...times, slotMinutes: null }), 1);
  assert.deepEqual(slotAt(times, 4), at('2026-12-05T10:20'));
  const now = at('2026-12-05T08:59');
  assert.equal(code(checkTimes(times, now)), 'ok');
  assert.equal(code(checkTimes(times, times.startsAt)), 'in_the_past');
  assert.equal(code(checkTimes({ ...times, slotMinutes: 110 }, now)), 'ok');
  assert.equal(code(checkTimes({ ...times, slotMinutes: 111 }, now)), 'no_slot_fits');
  const whole = { ...times, slotMinutes: null };
  assert.equal(code(checkTimes({ ...whole, endsAt: at(`2026-12-05T${9 + MOST_HOURS}:00`) }, now)), 'ok');
  assert.equal(code(checkTimes({ ...whole, endsAt: at('2026-12-05T21:01') }, now)), 'too_long');
  assert.equal(
    code(checkTimes({ ...whole, startsAt: at('2026-12-05T22:00'), endsAt: at('2026-12-06T00:00') }, now)),
    'too_long',
  );
});

test('who waits comes in in turn, and nobody past another', () => {
  const waiting = [
    { id: 1, heads: 1 },
    { id: 2, heads: 3 },
    { id: 3, heads: 1 },
  ];
  assert.deepEqual(advance(waiting, 0), []);
  assert.deepEqual(advance(waiting, 1), [1]);
  assert.deepEqual(advance(waiting, 3), [1], 'the third waits behind the second');
  assert.deepEqual(advance(waiting, 4), [1, 2]);
  assert.deepEqual(advance(waiting, 5), [1, 2, 3]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.integer({ min: 0, max: 40 }), (heads, free) => {
      const all = heads.map((n, id) => ({ id, heads: n }));
      const let_in = advance(all, free);
      const sum = let_in.reduce((total, id) => total + (heads[id] ?? 0), 0);
      assert.deepEqual(
        let_in,
        all.slice(0, let_in.length).map(({ id }) => id),
      );
      assert.ok(sum <= free);
      const next = heads[let_in.length];
      assert.ok(next === undefined || sum + next > free);
    }),
  );
});

test('a place is found where there is room and nobody waits; once it has begun, by whoever is there', () => {
  assert.equal(finds({ places: 3, taken: 1, waiting: 0, begun: false }, 2), true);
  assert.equal(finds({ places: 3, taken: 1, waiting: 0, begun: false }, 3), false);
  assert.equal(finds({ places: 3, taken: 0, waiting: 1, begun: false }, 1), false);
  assert.equal(finds({ places: 3, taken: 2, waiting: 1, begun: true }, 1), true);
  assert.equal(finds({ places: 3, taken: 2, waiting: 1, begun: true }, 2), false);
});

test('three words are three, and short', () => {
  assert.deepEqual(threeWords('热闹、暖和 人多'), { ok: true, value: ['热闹', '暖和', '人多'] });
  assert.equal(code(threeWords('一 二 三 四')), 'three_words');
  assert.equal(code(threeWords('一二三四五六七八')), 'ok');
  assert.equal(code(threeWords('一二三四五六七八九')), 'three_words');
  assert.equal(code(threeWords('well organised warm')), 'ok');
  assert.equal(code(threeWords(' 、')), 'three_words');
});

test('a month is whole weeks from Monday, with every day of it once', () => {
  assert.equal(monthAfter('2026-12', 1), '2027-01');
  assert.equal(monthAfter('2026-01', -1), '2025-12');
  const weeks = weeksOf('2026-12');
  assert.deepEqual([weeks[0]?.[0], weeks.at(-1)?.[6]], ['2026-11-30', '2027-01-03']);
  for (let n = 0; n < 48; n += 1) {
    const month = monthAfter('2024-01', n);
    const days = weeksOf(month).flat();
    assert.deepEqual(
      days.filter((day) => day.startsWith(month)).length,
      Number(addDays(`${monthAfter(month, 1)}-01`, -1).slice(8)),
    );
    assert.equal(days.length % 7, 0);
  }
});
