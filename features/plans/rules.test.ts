import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Answered,
  changedClauses,
  checkJudging,
  checkRevision,
  groupsAskedAgain,
  materialVersions,
  type PlanVersion,
  touchedAnswers,
} from './rules';

const [worker, secretary] = [1, 2];
const v1: PlanVersion = {
  version: 1,
  clauses: [
    { no: 1, text: '直线下坡' },
    { no: 2, text: '不设扶手' },
  ],
  changes: [],
  materiality: [],
};
const v2: PlanVersion = {
  version: 2,
  clauses: [
    { no: 1, text: '中段转弯，下口北移12米' },
    { no: 2, text: '一侧设扶手' },
  ],
  changes: [
    { clause: 1, reasons: [{ kind: 'objection', objection: 1 }] },
    { clause: 2, reasons: [{ kind: 'technical', text: '坡度超过1:2' }] },
  ],
  materiality: [
    { group: 14, material: false, judgedBy: worker, confirmedBy: secretary },
    { group: 15, material: true, judgedBy: worker, confirmedBy: secretary },
  ],
};
const facts = { groups: [14, 15], objections: [{ id: 1, answered: true }], gates: ['greening'] };
const code = (next: PlanVersion, over: Partial<typeof facts> = {}) => {
  const result = checkRevision(v1, next, { ...facts, ...over });
  return result.ok ? 'ok' : result.refusal.code;
};

test('clauses added, removed and reworded are changes', () => {
  const added = { no: 3, text: '三盏灯' };
  assert.deepEqual(changedClauses(v1.clauses, v1.clauses), []);
  assert.deepEqual(changedClauses(v1.clauses, v2.clauses), [1, 2]);
  assert.deepEqual(changedClauses(v1.clauses, [...v1.clauses, added]), [3]);
  assert.deepEqual(changedClauses([...v1.clauses, added], v1.clauses), [3]);
});

test('a version that names its reasons may be published, and follows the one before', () => {
  assert.equal(code(v2), 'ok');
  assert.equal(code({ ...v2, version: 3 }), 'version_not_next');
  assert.equal(code({ ...v2, clauses: v1.clauses, changes: [] }), 'nothing_changed');
});

test('no objection is left without an answer', () => {
  assert.equal(code(v2, { objections: [...facts.objections, { id: 2, answered: false }] }), 'objections_unanswered');
});

test('every change cites a reason that exists', () => {
  const line = (reasons: PlanVersion['changes'][number]['reasons']) => [{ clause: 1, reasons }, ...v2.changes.slice(1)];
  assert.equal(code({ ...v2, changes: v2.changes.slice(1) }), 'change_without_reason');
  assert.equal(code({ ...v2, changes: line([]) }), 'change_without_reason');
  assert.equal(code({ ...v2, changes: line([{ kind: 'objection', objection: 9 }]) }), 'change_without_reason');
  assert.equal(code({ ...v2, changes: line([{ kind: 'technical', text: '  ' }]) }), 'change_without_reason');
  assert.equal(code({ ...v2, changes: line([{ kind: 'gate', gate: 'fire' }]) }), 'change_without_reason');
  assert.equal(code({ ...v2, changes: line([{ kind: 'gate', gate: 'greening' }]) }), 'ok');
  const idle = { clause: 3, reasons: [{ kind: 'technical' as const, text: '夜里看不清' }] };
  assert.equal(code({ ...v2, changes: [...v2.changes, idle] }), 'reason_without_change');
});

test('material or not is said for every group and confirmed by somebody else', () => {
  const [first, second] = v2.materiality;
  assert.ok(first && second);
  assert.equal(code({ ...v2, materiality: [first] }), 'materiality_missing');
  assert.equal(code({ ...v2, materiality: [first, second, second] }), 'materiality_missing');
  assert.equal(code({ ...v2, materiality: [first, { ...second, confirmedBy: null }] }), 'materiality_unconfirmed');
  assert.equal(code({ ...v2, materiality: [first, { ...second, confirmedBy: worker }] }), 'materiality_same_person');
});

test('only the groups for whom it is material are asked again', () => {
  assert.deepEqual(groupsAskedAgain(v2), [15]);
  assert.deepEqual(materialVersions([v1, v2], 15), [2]);
  assert.deepEqual(materialVersions([v1, v2], 14), []);
});

test('a clause that answered an objection and is reworded later goes back to those who raised it', () => {
  const before = [
    { no: 1, text: '绕开窗户' },
    { no: 2, text: '下口北移12米' },
    { no: 3, text: '不砍树' },
  ];
  const after = [
    { no: 1, text: '绕开窗户' },
    { no: 2, text: '下口北移8米' },
  ];
  const answer = (id: number, version: number | null, clause: number | null) => ({ id, version, clause });
  const touched = (...answers: Answered[]) => touchedAnswers(answers, before, after, 3);
  assert.deepEqual(touched(answer(1, 2, 1)), { askAgain: [], unanswered: [] });
  assert.deepEqual(touched(answer(1, 2, 2), answer(2, 1, 2)), { askAgain: [1, 2], unanswered: [] });
  assert.deepEqual(touched(answer(1, 3, 2)), { askAgain: [], unanswered: [] });
  assert.deepEqual(touched(answer(1, 2, 3)), { askAgain: [], unanswered: [1] });
  assert.deepEqual(touched(answer(1, 2, null), answer(2, null, 2)), { askAgain: [], unanswered: [] });
});

test('how much a change matters is judged once every change says what it answers', () => {
  const cited = (...clauses: number[]) => clauses.map((clause) => ({ clause }));
  const judging = (changes: { clause: number }[], after = v2.clauses) => {
    const may = checkJudging(v1.clauses, after, changes);
    return may.ok ? 'ok' : may.refusal;
  };
  assert.equal(judging(cited(1, 2)), 'ok');
  assert.deepEqual(judging(cited(2)), { code: 'changes_uncited', details: { clauses: '1' } });
  assert.deepEqual(judging([]), { code: 'changes_uncited', details: { clauses: '1, 2' } });
  assert.deepEqual(judging([], v1.clauses), { code: 'nothing_changed' });
});
