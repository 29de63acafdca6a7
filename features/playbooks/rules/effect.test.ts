import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectOf } from './effect';

const cells = (supports: number, joined = false) => [
  { kinds: joined ? ['supports', 'conditional', 'opposes', 'noView'] : ['supports'], count: supports },
  { kinds: ['notReached'], count: 3 },
];
const group = { name: '15号楼', effect: 'bears' as const, households: 84 };
const figures = {
  before: { from: '2021-11-19', to: '2021-12-18', effective: 50, resolved: 30, satisfied: 28, fairly: 2 },
  after: null,
};
const course = {
  figures,
  cases: 6,
  rounds: 4,
  versions: 4,
  groups: [{ ...group, first: cells(4), last: cells(74) }],
  called: [
    { answered: 40, content: 36 },
    { answered: 30, content: 30 },
  ],
};

test('each side before and after, as the board told it', () => {
  assert.deepEqual(effectOf(course), {
    cases: 6,
    rounds: 4,
    versions: 4,
    groups: [{ ...group, first: 4, last: 74 }],
    calledBack: { answered: 70, content: 66 },
    figures,
  });
});

test('what the board joined or kept back is not told here either', () => {
  const { groups } = effectOf({ ...course, groups: [{ ...group, first: cells(9, true), last: null }] });
  assert.deepEqual(groups, [{ ...group, first: null, last: null }]);
  const unasked = { ...group, households: null, first: null, last: null };
  assert.deepEqual(effectOf({ ...course, groups: [unasked] }).groups, []);
  const few = [...course.called, { answered: 9, content: 9 }];
  assert.equal(effectOf({ ...course, called: few }).calledBack, null, 'the sum less the others would be that group');
  assert.equal(effectOf({ ...course, called: [] }).calledBack, null);
  assert.equal(effectOf({ ...course, cases: 4 }).cases, null);
});
