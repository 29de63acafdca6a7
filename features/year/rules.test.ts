import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byBuilding, type Decision, type Effect } from './rules';

const side = (effect: Effect, ...buildings: string[]) => ({
  name: buildings.join(),
  effect,
  households: 80,
  buildings,
  promises: effect === 'bears' ? [{ text: '下口北移12米', kept: true }] : [],
});
const decision = (no: number, ...sides: ReturnType<typeof side>[]): Decision => ({ no, title: `事${no}`, sides });

test('a building that only ever bears stands first, with what it got in return; then whoever bore most', () => {
  const found = byBuilding([
    decision(1, side('benefits', '14'), side('bears', '15')),
    decision(2, side('benefits', '14', '2'), side('bears', '14', '15')),
    decision(3, side('benefits', '3'), side('bears', '14')),
  ]);
  assert.deepEqual(
    found.map(({ name, benefits, bears, onlyBears }) => [name, benefits, bears, onlyBears]),
    [
      ['15', 0, 2, true],
      ['14', 2, 2, false],
      ['2', 1, 0, false],
      ['3', 1, 0, false],
    ],
  );
  assert.deepEqual(found[0]?.shares[0]?.promises, [{ text: '下口北移12米', kept: true }]);
  assert.deepEqual(found[1]?.shares[1]?.effects, ['benefits', 'bears']);
  assert.deepEqual(byBuilding([]), []);
});

test('nobody is left out, and each decision counts once for a building', () => {
  const some = fc.subarray(['1', '2', '3', '14']);
  const one = fc.tuple(fc.constantFrom<Effect>('benefits', 'bears', 'neutral'), some);
  fc.assert(
    fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 5 }), (given) => {
      const decisions = given.map((sides, at) =>
        decision(at + 1, ...sides.map(([effect, buildings]) => side(effect, ...buildings))),
      );
      const found = byBuilding(decisions);
      const named = new Set(given.flat().flatMap(([, buildings]) => buildings));
      assert.deepEqual(new Set(found.map(({ name }) => name)), named);
      for (const { bears, benefits, shares } of found) assert.ok(bears <= shares.length && benefits <= shares.length);
      const from = found.findIndex(({ onlyBears }) => !onlyBears);
      assert.ok(from < 0 || found.slice(from).every(({ onlyBears }) => !onlyBears));
    }),
  );
});
