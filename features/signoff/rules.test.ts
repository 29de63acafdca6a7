import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Objection, Verdict } from '@/features/objections/rules';
import type { Stance } from '@/features/rounds/rules';
import type { Result } from '@/lib/result';
import {
  agreement,
  checkNotice,
  checkSignature,
  type GroupAtClose,
  groupAgreement,
  noticeEnds,
  rolesMissing,
  type Signature,
  type SignedText,
  signedText,
} from './rules';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

/** Households 1..of; the first of them support, and so on in the order of the arguments. */
function group(of: number, counts: Partial<Record<Stance, number>>, over: Partial<GroupAtClose> = {}): GroupAtClose {
  const stances = new Map<number, Stance>();
  for (const stance of ['support', 'support_if', 'oppose', 'no_view'] as const)
    for (let n = counts[stance] ?? 0; n > 0; n -= 1) stances.set(stances.size + 1, stance);
  const households = Array.from({ length: of }, (_, index) => index + 1);
  return { group: 15, effect: 'neutral', households, stances, objections: [], undrawn: [], ...over };
}

function objection(households: number[], over: Partial<Objection> & { escalated?: boolean; verdict?: Verdict } = {}) {
  const { verdict = null, ...rest } = over;
  return {
    id: 1,
    group: 15,
    acknowledged: true,
    reopened: false,
    escalated: false,
    answer: { kind: 'adopted', version: 2, clause: 3, reason: null } as const,
    raisers: households.map((household) => ({ household, verdict, tries: 0 })),
    ...rest,
  };
}
const missing = (one: GroupAtClose, version = 2) => groupAgreement(one, version).missing.map((lack) => lack.code);

test('reached: two thirds of the households, exactly', () => {
  assert.deepEqual(missing(group(84, { support: 56 })), []);
  assert.deepEqual(groupAgreement(group(84, { support: 55 }), 2).missing, [
    { code: 'reach', have: 55, need: 56, of: 84 },
  ]);
  assert.deepEqual(missing(group(100, { support: 67 })), []);
  assert.deepEqual(missing(group(100, { support: 66 })), ['reach']);
});

test('agreeing: two thirds of those who took a side; no view is no side', () => {
  assert.deepEqual(missing(group(30, { support: 20, oppose: 10 })), []);
  assert.deepEqual(groupAgreement(group(30, { support: 19, oppose: 11 }), 2).missing, [
    { code: 'agree', have: 19, need: 20, of: 30 },
  ]);
  assert.deepEqual(missing(group(30, { support: 12, oppose: 6, no_view: 12 })), []);
  assert.deepEqual(missing(group(30, { no_view: 30 })), []);
});

test('an empty group agrees to nothing, and so do no groups', () => {
  assert.deepEqual(missing(group(0, {})), ['reach']);
  assert.equal(agreement([], 2).agreed, false);
});

test('a condition without an objection stands with the opposes', () => {
  assert.deepEqual(missing(group(3, { support: 1, support_if: 2 })), ['agree']);
});

test('what nobody drew is not answered, whatever was adopted before; a condition in it stands with the opposes', () => {
  const adopted = { objections: [objection([2, 3])] };
  const two = { support: 1, support_if: 2 };
  assert.deepEqual(groupAgreement(group(3, two, adopted), 2).missing, []);
  const fresh = groupAgreement(group(3, two, { ...adopted, undrawn: [3] }), 2);
  assert.deepEqual([fresh.missing, fresh.undrawn], [[], 1]);
  assert.deepEqual([fresh.agreeing, fresh.conditionsMet, fresh.conditionsUnmet], [2, 1, 1]);
  assert.deepEqual(missing(group(3, two, { ...adopted, undrawn: [2, 3] })), ['agree']);
});

test('a condition counts while it is adopted in the plan being frozen or settled by its household', () => {
  const conditional = (over: Parameters<typeof objection>[1], raisers = [2, 3]) =>
    group(3, { support: 1, support_if: 2 }, { objections: [objection(raisers, over)] });
  const partly = { kind: 'partly', version: 2, clause: 3, reason: null } as const;
  assert.deepEqual(missing(conditional({})), []);
  assert.deepEqual(missing(conditional({}), 1), ['agree']);
  assert.deepEqual(missing(conditional({}), 3), []);
  assert.deepEqual(missing(conditional({ verdict: 'maintained' })), ['agree']);
  assert.deepEqual(missing(conditional({ answer: partly })), ['agree']);
  assert.deepEqual(missing(conditional({ answer: partly, verdict: 'settled' })), []);
  assert.deepEqual(missing(conditional({}, [2])), []);
  assert.equal(groupAgreement(conditional({}, [2]), 2).conditionsMet, 1);
  const two = [objection([2, 3]), objection([2, 3], { id: 2, answer: partly })];
  assert.deepEqual(missing(group(3, { support: 1, support_if: 2 }, { objections: two })), ['agree']);
});

test('every objection must be answered, in whatever group', () => {
  const unanswered = objection([3], { id: 7, answer: null });
  assert.deepEqual(groupAgreement(group(3, { support: 3 }, { objections: [unanswered] }), 2).missing, [
    { code: 'unanswered', count: 1, objections: [7] },
  ]);
});

test('who bears the harm must not be left maintaining an objection, unless it was escalated', () => {
  const kept = objection([9], { id: 4, verdict: 'maintained' });
  const nine = { support: 8, oppose: 1 };
  assert.deepEqual(missing(group(9, nine, { objections: [kept], effect: 'bears' })), ['maintained']);
  assert.deepEqual(missing(group(9, nine, { objections: [{ ...kept, escalated: true }], effect: 'bears' })), []);
  assert.deepEqual(missing(group(9, nine, { objections: [kept], effect: 'benefits' })), []);
});

test('a large building cannot outvote the one that bears the harm', () => {
  const above = group(500, { support: 495, oppose: 5 }, { group: 14, effect: 'benefits' });
  const below = group(70, { support: 11, oppose: 50 }, { effect: 'bears' });
  const both = agreement([above, below], 2);
  assert.ok((495 + 11) / (500 + 61) > 0.89 && 50 / 61 > 0.81);
  assert.equal(both.agreed, false);
  assert.deepEqual(both.groups[0]?.missing, []);
  assert.deepEqual(both.groups[1]?.missing, [{ code: 'agree', have: 11, need: 41, of: 61 }]);
});

test('thresholds are the community’s', () => {
  const half = { reach: [1, 2], agree: [1, 2] } as const;
  assert.deepEqual(groupAgreement(group(10, { support: 3, oppose: 2 }), 2, half).missing, []);
  assert.deepEqual(missing(group(10, { support: 3, oppose: 2 })), ['reach', 'agree']);
});

test('a notice lasts seven whole days, the first not counted', () => {
  const ends = noticeEnds(new Date('2022-09-01T15:00:00+08:00'));
  assert.equal(ends.getTime(), new Date('2022-09-09T00:00:00+08:00').getTime());
  assert.equal(code(checkNotice(ends, [], new Date(ends.getTime() - 1))), 'notice_running');
  assert.equal(code(checkNotice(ends, [], ends)), 'ok');
  assert.equal(code(checkNotice(ends, [{ answered: false, upheld: false }], ends)), 'opposition_unanswered');
  assert.equal(code(checkNotice(ends, [{ answered: true, upheld: true }], ends)), 'opposition_upheld');
  assert.equal(code(checkNotice(ends, [{ answered: true, upheld: false }], ends)), 'ok');
});

test('two signatures by two persons under one text', () => {
  const party: Signature = { role: 'party-secretary', signer: 1, hash: 'aa' };
  const sent: Signature = { role: 'governance-secretary', signer: 2, hash: 'aa' };
  const term = { termActive: true, proposer: 1 };
  assert.equal(code(checkSignature([], party, term)), 'ok');
  assert.equal(code(checkSignature([party], sent, term)), 'ok');
  assert.equal(code(checkSignature([party], { ...sent, signer: 1 }, term)), 'person_has_signed');
  assert.equal(code(checkSignature([party], { ...party, signer: 2 }, term)), 'role_has_signed');
  assert.deepEqual(rolesMissing([party], 'aa', true), ['governance-secretary']);
  assert.deepEqual(rolesMissing([party, sent], 'aa', true), []);
  assert.deepEqual(rolesMissing([party, sent], 'bb', true), ['party-secretary', 'governance-secretary']);
});

test('between terms the Party secretary signs alone, but never her own proposal', () => {
  const party: Signature = { role: 'party-secretary', signer: 1, hash: 'aa' };
  const between = { termActive: false, proposer: 5 };
  assert.equal(code(checkSignature([], party, between)), 'ok');
  assert.deepEqual(rolesMissing([party], 'aa', false), []);
  assert.equal(code(checkSignature([], party, { ...between, proposer: 1 })), 'proposer_alone');
  assert.equal(code(checkSignature([], { ...party, role: 'governance-secretary' }, between)), 'role_does_not_sign');
});

test('the signed text does not depend on the order of rows', () => {
  const gate = (key: string) => ({ key, state: 'satisfied', evidence: 'e', signer: 1 });
  const point = (id: number) => ({ id, state: 'settled', answer: null });
  const text: SignedText = {
    proposal: 1,
    plan: { version: 3, hash: 'cc' },
    rule: { reach: [2, 3], agree: [2, 3] },
    snapshot: 'dd',
    groups: [{ group: 14, reached: 19 }],
    objections: [point(1), point(2), point(10)],
    gates: [gate('common_green'), gate('greening_permit')],
    vote: null,
  };
  const shuffled = { ...text, objections: [...text.objections].reverse(), gates: [...text.gates].reverse() };
  assert.deepEqual(signedText(shuffled), signedText(text));
  assert.deepEqual(
    signedText(shuffled).objections.map((one) => one.id),
    [1, 2, 10],
  );
  assert.notDeepEqual(signedText({ ...text, plan: { version: 3, hash: 'ce' } }), signedText(text));
});
