import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '@/lib/result';
import {
  type Answer,
  acknowledgeBy,
  answerComplete,
  type ClauseAt,
  checkAdoption,
  checkReword,
  checkSplit,
  checkVerdictWords,
  conditionMet,
  isOpenObjection,
  isUnanswered,
  mayChangeMind,
  mayMediate,
  type Objection,
  objectionState,
  openObjections,
  type Put,
  reopened,
  type Verdict,
  withAnswer,
  withTry,
  withVerdict,
} from './rules';
import { looksAlike, suggestions } from './rules/draw';

type Step = (objection: Objection) => Objection;

/** What happened, one step after another; a refused step fails the test. */
const must = (result: Result<Objection>) => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const answer: Answer = { kind: 'adopted', version: 2, clause: 3, reason: null };
const answered =
  (over: Partial<Answer> = {}): Step =>
  (one) =>
    must(withAnswer(one, { ...answer, reason: '管线在下面', ...over }));
const says =
  (household: number, verdict: Verdict): Step =>
  (one) =>
    must(withVerdict(one, household, verdict));
const tried =
  (household: number): Step =>
  (one) =>
    must(withTry(one, household));
const again: Step = (one) => must(reopened(one));
const [a, b, stranger] = [1, 2, 9];
const acknowledged: Step = (one) => ({ ...one, acknowledged: true });
const raised: Objection = {
  id: 1,
  group: 15,
  acknowledged: false,
  reopened: false,
  answer: null,
  raisers: [a, b].map((household) => ({ household, verdict: null, tries: 0 })),
};
const objection = (...steps: Step[]) => steps.reduce((one, step) => step(one), raised);
const state = (...steps: Step[]) => objectionState(objection(...steps));

test('raised, acknowledged, answered', () => {
  assert.equal(state(), 'raised');
  assert.equal(state(acknowledged), 'acknowledged');
  assert.equal(state(acknowledged, answered()), 'answered');
  assert.equal(state(answered()), 'answered');
});

test('settled only when every raiser has settled or withdrawn', () => {
  assert.equal(state(answered(), says(a, 'settled')), 'answered');
  assert.equal(state(answered(), says(a, 'settled'), says(b, 'settled')), 'settled');
  assert.equal(state(answered(), says(a, 'settled'), says(b, 'withdrawn')), 'settled');
  assert.equal(state(answered(), says(a, 'withdrawn'), says(b, 'withdrawn')), 'withdrawn');
});

test('one raiser who maintains it keeps it maintained, and may change her mind', () => {
  assert.equal(state(answered(), says(a, 'settled'), says(b, 'maintained')), 'maintained');
  assert.equal(state(answered(), says(a, 'settled'), says(b, 'maintained'), says(b, 'settled')), 'settled');
});

test('nobody else can settle or withdraw it, and nothing is settled before an answer', () => {
  const code = (result: Result<Objection>) => (result.ok ? 'ok' : result.refusal.code);
  assert.equal(code(withVerdict(objection(answered()), stranger, 'withdrawn')), 'not_a_raiser');
  assert.equal(code(withTry(objection(answered()), stranger)), 'not_a_raiser');
  assert.equal(code(withVerdict(raised, a, 'settled')), 'not_answered_yet');
  assert.equal(code(withTry(raised, a)), 'not_answered_yet');
  assert.equal(code(withAnswer(raised, { ...answer, clause: null })), 'clause_missing');
  assert.equal(code(withAnswer(raised, { ...answer, kind: 'not_possible' })), 'reason_missing');
  assert.equal(state(says(a, 'withdrawn'), says(b, 'withdrawn')), 'withdrawn');
});

test('a new answer asks again, except those who withdrew', () => {
  const events = [answered(), says(a, 'maintained'), says(b, 'withdrawn'), answered({ version: 3 })];
  assert.equal(state(...events), 'answered');
  assert.equal(state(...events, says(a, 'settled')), 'settled');
});

test('it lapses only when adopted exactly as asked and everyone silent was tried twice', () => {
  const twice = [tried(a), tried(a), tried(b), tried(b)];
  assert.equal(state(answered(), ...twice), 'lapsed');
  assert.equal(state(answered(), ...twice.slice(0, 3)), 'answered');
  assert.equal(state(answered(), says(a, 'settled'), tried(b), tried(b)), 'lapsed');
  assert.equal(state(answered(), says(a, 'maintained'), tried(b), tried(b)), 'maintained');
  assert.equal(state(answered({ kind: 'adopted_another_way' }), ...twice), 'answered');
  assert.equal(state(answered(), ...twice, answered()), 'answered');
  assert.equal(state(answered(), ...twice, says(a, 'maintained')), 'maintained');
});

test('when the clause is changed again it is reopened and needs a new answer', () => {
  const settled = [answered(), says(a, 'settled'), says(b, 'settled')];
  assert.equal(state(...settled, again), 'reopened');
  assert.equal(state(...settled, again, answered({ version: 4 })), 'answered');
  assert.equal(reopened(objection(answered(), says(a, 'withdrawn'), says(b, 'withdrawn'))).ok, false);
});

test('open and unanswered', () => {
  assert.deepEqual(
    (['raised', 'acknowledged', 'reopened', 'answered', 'maintained', 'settled', 'withdrawn', 'lapsed'] as const).map(
      (one) => [isUnanswered(one), isOpenObjection(one)],
    ),
    [
      [true, true],
      [true, true],
      [true, true],
      [false, true],
      [false, true],
      [false, false],
      [false, false],
      [false, false],
    ],
  );
  assert.equal(openObjections([objection(), objection(answered(), says(a, 'settled'), says(b, 'settled'))]).length, 1);
});

test('a condition is met by being adopted in the frozen plan or by the word of its household', () => {
  assert.equal(conditionMet(objection(), a, 2), false);
  assert.equal(conditionMet(objection(answered()), a, 2), true);
  assert.equal(conditionMet(objection(answered({ version: 3 })), a, 2), false);
  assert.equal(conditionMet(objection(answered()), a, 3), true);
  assert.equal(conditionMet(objection(answered(), says(a, 'maintained')), a, 2), false);
  assert.equal(conditionMet(objection(answered(), says(a, 'maintained')), b, 2), true);
  for (const kind of ['adopted_another_way', 'partly', 'not_possible'] as const) {
    assert.equal(conditionMet(objection(answered({ kind })), a, 2), false);
    assert.equal(conditionMet(objection(answered({ kind }), says(a, 'settled')), a, 2), true);
  }
  assert.equal(conditionMet(objection(answered(), again), a, 2), false);
});

test('an answer names its clause or its reason', () => {
  assert.equal(answerComplete(answer), true);
  assert.equal(answerComplete({ ...answer, clause: null }), false);
  assert.equal(answerComplete({ ...answer, kind: 'not_possible' }), false);
  assert.equal(answerComplete({ ...answer, kind: 'not_possible', reason: '管线下不能栽树' }), true);
});

test('48 hours to acknowledge; mediation for harm and red lines that are maintained', () => {
  assert.equal(acknowledgeBy(new Date('2022-04-01T00:00:00Z')).toISOString(), '2022-04-03T00:00:00.000Z');
  assert.equal(mayMediate('harm', 'maintained'), true);
  assert.equal(mayMediate('red_line', 'answered'), false);
  assert.equal(mayMediate('inconvenience', 'maintained'), false);
});

test('changed as you asked: a clause of a later version that is worded otherwise or new', () => {
  const was = { version: 2, text: '约20级' };
  const code = (
    named: { version: number; text: string | null },
    kind: Answer['kind'] = 'adopted',
    objected: ClauseAt = was,
  ) => {
    const may = checkAdoption(kind, objected, named);
    return may.ok ? 'ok' : may.refusal.code;
  };
  assert.equal(code({ version: 3, text: '共23级' }), 'ok');
  assert.equal(code({ version: 3, text: '约20级' }), 'clause_unchanged');
  assert.equal(code({ version: 3, text: ' 约 20级\n' }), 'clause_unchanged');
  assert.equal(code({ version: 2, text: '约20级' }), 'clause_unchanged');
  assert.equal(code({ version: 1, text: '约18级' }), 'clause_unchanged');
  assert.equal(code({ version: 3, text: null }), 'clause_unchanged');
  assert.equal(code({ version: 3, text: '两盏灯' }, 'adopted', { version: 2, text: null }), 'ok');
  for (const kind of ['adopted_another_way', 'partly', 'not_possible'] as const) {
    assert.equal(code({ version: 2, text: '约20级' }, kind), 'ok');
  }
});

test('taken apart before it is answered: some leave, somebody stays', () => {
  const code = (leaving: number[], one = raised) => {
    const may = checkSplit(one, leaving);
    return may.ok ? 'ok' : may.refusal.code;
  };
  assert.equal(code([a]), 'ok');
  assert.equal(code([]), 'invalid');
  assert.equal(code([a, b]), 'nobody_left');
  assert.equal(code([a, a]), 'ok');
  assert.equal(code([a, stranger]), 'not_a_raiser');
  assert.equal(code([a], objection(answered())), 'already_answered');
  assert.equal(code([a], objection(answered(), again)), 'ok');
});

test('worded or weighed anew before it is answered; a new sentence asks those who raised it again', () => {
  const before = { weight: 'harm', wording: '夜里吵' } as const;
  const may = (after: Partial<Put>, one = raised) => {
    const outcome = checkReword(one, before, { ...before, ...after });
    return outcome.ok ? outcome.value : outcome.refusal.code;
  };
  assert.deepEqual(may({ wording: '夜里有人走动，吵' }), { asked: true });
  assert.deepEqual(may({ weight: 'inconvenience' }), { asked: false });
  assert.equal(may({ wording: ' 夜里 吵' }), 'nothing_reworded');
  assert.equal(may({ wording: '别的' }, objection(answered())), 'already_answered');
  assert.deepEqual(may({ wording: '别的' }, objection(answered(), again)), { asked: true });
});

test('equal words are one line, and what looks like one meaning stands beside it', () => {
  const words = [
    '台阶别太陡',
    '晚上要有灯',
    '台阶别太陡。',
    '要有路灯',
    '',
    '台阶 别太陡',
    '台阶太陡了',
    'a rail',
    'A rail!',
  ];
  const found = suggestions(words.map((one, id) => ({ id, words: one })));
  assert.deepEqual(
    found.map((group) => group.map((one) => one.ids)),
    [[[0, 2, 5], [6]], [[7, 8]], [[1], [3]], [[4]]],
  );
  assert.equal(looksAlike('台阶别太陡', '晚上要有灯'), false);
  assert.equal(looksAlike('', ''), false);
});

test('who still objects says why, by whoever’s hand; otherwise words are not demanded', () => {
  const refused = checkVerdictWords('maintained', '');
  assert.equal(!refused.ok && refused.refusal.code, 'words_missing');
  assert.ok(checkVerdictWords('maintained', '我睡不着').ok);
  assert.ok(checkVerdictWords('settled', '').ok);
  assert.ok(checkVerdictWords('withdrawn', '').ok);
});

test('what was taken back may be brought up again until the signature, and not afterwards', () => {
  for (const state of ['consulting', 'redesign', 'agreed', 'noticed'] as const)
    assert.ok(mayChangeMind(state, 'withdrawn'));
  for (const state of ['building', 'reopened'] as const) {
    assert.equal(mayChangeMind(state, 'withdrawn'), false);
    for (const verdict of ['settled', 'maintained', null] as const) assert.ok(mayChangeMind(state, verdict));
  }
});
