import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Cells,
  cellsOf,
  currentOpinion,
  type Opinion,
  reached,
  type Stance,
  snapshotSize,
  standing,
  tookSide,
  type Visit,
} from './rules';
import { checkExtension, checkTakeBack, checkWindow, extensionsHeld, isOpen } from './rules/window';

const none: Cells = { supports: 0, conditional: 0, opposes: 0, noView: 0, refused: 0, notHome: 0, notTried: 0 };
const said = (over: Partial<Opinion>): Opinion => ({
  household: 1,
  round: 1,
  seq: 1,
  disowned: false,
  version: 1,
  stance: 'support',
  own: false,
  ...over,
});

test('later supersedes earlier', () => {
  assert.equal(currentOpinion([]), null);
  assert.equal(currentOpinion([said({ seq: 1 }), said({ seq: 2, stance: 'oppose' })])?.stance, 'oppose');
  assert.equal(currentOpinion([said({ seq: 2, stance: 'oppose' }), said({ seq: 1 })])?.stance, 'oppose');
});

test("a household's own word beats a recorded one, before or after it", () => {
  const own = said({ seq: 1, own: true, stance: 'oppose' });
  assert.equal(currentOpinion([own, said({ seq: 2 })]), own);
  assert.equal(currentOpinion([said({ seq: 0 }), own]), own);
  const later = said({ seq: 3, own: true, stance: 'no_view' });
  assert.equal(currentOpinion([own, said({ seq: 2 }), later]), later);
});

test('an opinion stands until a version material for the group comes', () => {
  const chain = [said({ round: 1, version: 1 })];
  assert.deepEqual(standing(chain, [], 1), { opinion: chain[0], carriedFrom: null });
  assert.deepEqual(standing(chain, [], 3), { opinion: chain[0], carriedFrom: 1 });
  assert.deepEqual(standing(chain, [1], 2), { opinion: chain[0], carriedFrom: 1 });
  assert.equal(standing(chain, [2], 2), null);
  assert.deepEqual(standing(chain, [3], 2), { opinion: chain[0], carriedFrom: 1 });
  assert.equal(standing([], [], 1), null);
});

test('the latest round counts, also when an earlier one held the own word', () => {
  const chain = [said({ own: true, stance: 'oppose' }), said({ round: 2, version: 2, seq: 2 })];
  assert.equal(standing(chain, [2], 2)?.opinion.stance, 'support');
  assert.equal(standing(chain, [2], 2)?.carriedFrom, null);
});

test('what was said of a later version does not count for an earlier one', () => {
  const chain = [said({}), said({ round: 2, version: 2, seq: 2, stance: 'oppose' })];
  assert.equal(standing(chain, [], 1)?.opinion.stance, 'support');
});

const stances = fc.constantFrom<Stance>('support', 'support_if', 'oppose', 'no_view');
const house = fc.integer({ min: 0, max: 30 });

test('the seven cells add up to the snapshot, whoever spoke and however often a door was tried', () => {
  fc.assert(
    fc.property(
      fc.array(house),
      fc.array(fc.tuple(house, stances)),
      fc.array(fc.record<Visit>({ household: house, outcome: fc.constantFrom('refused', 'not_home') })),
      (households, spoken, visits) => {
        const cells = cellsOf(households, new Map(spoken), visits);
        const answered = new Set(spoken.map(([household]) => household));
        assert.equal(snapshotSize(cells), new Set(households).size);
        assert.equal(reached(cells), [...new Set(households)].filter((one) => answered.has(one)).length);
        assert.equal(tookSide(cells), reached(cells) - cells.noView);
      },
    ),
  );
});

test('an answer outweighs tries, a refusal outweighs an empty flat', () => {
  const cells = cellsOf([1, 2, 3, 4], new Map([[1, 'support_if']]), [
    { household: 1, outcome: 'refused' },
    { household: 2, outcome: 'refused' },
    { household: 2, outcome: 'not_home' },
    { household: 3, outcome: 'not_home' },
    { household: 99, outcome: 'refused' },
  ]);
  assert.deepEqual(cells, { ...none, conditional: 1, refused: 1, notHome: 1, notTried: 1 });
});

const opensAt = new Date('2022-04-01T09:00:00+08:00');
const closesAt = new Date('2022-04-08T09:00:00+08:00');

test('a round answers from its opening until just before its close', () => {
  assert.equal(isOpen({ opensAt, closesAt }, new Date(opensAt.getTime() - 1)), false);
  assert.equal(isOpen({ opensAt, closesAt }, opensAt), true);
  assert.equal(isOpen({ opensAt, closesAt }, new Date(closesAt.getTime() - 1)), true);
  assert.equal(isOpen({ opensAt, closesAt }, closesAt), false);
});

test('seven days are enough, a second less is not', () => {
  assert.equal(checkWindow({ opensAt, closesAt }, opensAt).ok, true);
  assert.equal(checkWindow({ opensAt, closesAt: new Date(closesAt.getTime() - 1000) }, opensAt).ok, false);
  assert.equal(checkWindow({ opensAt, closesAt }, new Date(opensAt.getTime() + 1)).ok, false);
});

test('a round is extended only before its close, and only to later', () => {
  const later = new Date(closesAt.getTime() + 1);
  assert.equal(checkExtension({ opensAt, closesAt }, [], later, new Date(closesAt.getTime() - 1)).ok, true);
  assert.equal(checkExtension({ opensAt, closesAt }, [], later, closesAt).ok, false);
  assert.equal(checkExtension({ opensAt, closesAt }, [], closesAt, opensAt).ok, false);
});

const days = (n: number) => new Date(closesAt.getTime() + n * 86_400_000);

test('thirty days beyond the first close and no more, however often it is extended', () => {
  const round = { opensAt, closesAt };
  assert.equal(checkExtension(round, [], days(30), opensAt).ok, true);
  assert.deepEqual(checkExtension(round, [], new Date(days(30).getTime() + 1), opensAt), {
    ok: false,
    refusal: { code: 'extension_too_long', details: { days: 30 } },
  });
  const held = [{ from: closesAt, to: days(20), at: opensAt }];
  const longer = { opensAt, closesAt: days(20) };
  assert.equal(checkExtension(longer, held, days(30), opensAt).ok, true);
  assert.equal(checkExtension(longer, held, days(31), opensAt).ok, false);
});

test('the latest extension is taken back within 24 hours and before the close it moved', () => {
  const codeOf = (result: ReturnType<typeof checkTakeBack>) => (result.ok ? 'ok' : result.refusal.code);
  const [first, second] = [
    { from: closesAt, to: days(3), at: opensAt },
    { from: days(3), to: days(9), at: days(-1) },
  ];
  const longer = { opensAt, closesAt: days(9) };
  const before = checkTakeBack(longer, [first, second], days(-0.5));
  assert.deepEqual(before.ok && before.value.closesAt, days(3));
  assert.equal(codeOf(checkTakeBack(longer, [first, second], new Date(days(0).getTime() - 1))), 'ok');
  assert.equal(codeOf(checkTakeBack(longer, [first, second], days(0))), 'take_back_over');
  assert.equal(codeOf(checkTakeBack({ opensAt, closesAt }, [], opensAt)), 'not_extended');
  const late = [{ from: closesAt, to: days(9), at: new Date(closesAt.getTime() - 1000) }];
  assert.equal(codeOf(checkTakeBack(longer, late, new Date(closesAt.getTime() - 1))), 'ok');
  assert.equal(codeOf(checkTakeBack(longer, late, closesAt)), 'earlier_close_over');
  const moves = [
    { ...first, back: false },
    { ...second, back: false },
    { from: days(9), to: days(3), at: days(0), back: true },
  ];
  assert.deepEqual(extensionsHeld(moves), [first]);
});
