import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { areaChanges, daysOf, endOfPart, hoursOf, partsAhead, startOfPart } from './rules';

test('turns are a week apart', () => {
  assert.deepEqual(daysOf('2026-12-28', 3), ['2026-12-28', '2027-01-04', '2027-01-11']);
});

test('each part of a day has its hours, and is ahead until they begin', () => {
  const at = (clock: string) => new Date(`2022-03-02T${clock}+08:00`);
  const evening = { day: '2022-03-02', part: 'evening' } as const;
  assert.deepEqual([startOfPart(evening), endOfPart(evening)], [at('18:00:00'), at('22:00:00')]);
  assert.deepEqual(partsAhead(at('00:00:00')), ['morning', 'afternoon', 'evening']);
  assert.deepEqual(partsAhead(at('07:59:59')), ['morning', 'afternoon', 'evening']);
  assert.deepEqual(partsAhead(at('08:00:00')), ['afternoon', 'evening']);
  assert.deepEqual(partsAhead(at('17:59:59')), ['evening']);
  assert.deepEqual(partsAhead(at('18:00:00')), []);
});

test('hours are quarters, and never more than there were', () => {
  assert.deepEqual([0, 14, 15, 179, 180, 185].map(hoursOf), [0, 0, 0.25, 2.75, 3, 3]);
  fc.assert(
    fc.property(fc.nat(100_000), (minutes) => hoursOf(minutes) * 60 <= minutes && minutes - hoursOf(minutes) * 60 < 15),
  );
});

test('what is given and what is taken makes what is wanted', () => {
  const ids = fc.array(fc.nat(20));
  fc.assert(
    fc.property(ids, ids, (held, wanted) => {
      const { give, take } = areaChanges(held, wanted);
      const after = new Set([...held, ...give].filter((id) => !take.includes(id)));
      assert.deepEqual([...after].sort(), [...new Set(wanted)].sort());
      assert.ok(give.every((id) => !held.includes(id)));
    }),
  );
});
