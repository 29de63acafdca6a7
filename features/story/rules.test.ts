import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { heardOf, publishedCells } from '@/lib/telling';
import { arcsOf, daysLate, dueOf, lastDayOf, openActOf, phaseOf, standingOf, turnsAt, unkeptOf } from './rules';

const reach = [2, 3] as const;

test('an open round shows reached and not reached, a closed one what was published', () => {
  assert.deepEqual(arcsOf(null, 84, 30), [
    { kinds: ['reached'], count: 30 },
    { kinds: ['notReached'], count: 54 },
  ]);
  const closed = arcsOf(
    [
      { kinds: ['supports'], count: 74 },
      { kinds: ['conditional', 'opposes'], count: 7 },
      { kinds: ['refused', 'notHome', 'notTried'], count: 3 },
    ],
    84,
    0,
  );
  assert.deepEqual(
    closed.map((arc) => arc.kinds.join('+')),
    ['supports', 'conditional+opposes', 'notReached'],
  );
  assert.equal(heardOf(closed), 81);
});

test('whatever was counted: heard and not heard are the snapshot, and nothing small is told apart', () => {
  const cell = fc.nat(40);
  const cells = fc.record({
    supports: cell,
    conditional: cell,
    opposes: cell,
    noView: cell,
    refused: cell,
    notHome: cell,
    notTried: cell,
  });
  fc.assert(
    fc.property(cells, fc.constantFrom('numbers', 'gate', 'reached'), (own, told) => {
      const standing = standingOf(arcsOf(publishedCells(own, told), 0, 0), reach, null);
      const households = Object.values(own).reduce((sum, count) => sum + count, 0);
      assert.equal(standing.households, households);
      assert.equal(standing.heard + standing.notHeard, households);
      assert.ok(standing.supports === null || standing.supports === 0 || standing.supports >= 3);
    }),
  );
});

test('a group says how many are still to be reached, and whether it agrees where that is told', () => {
  const arcs = [
    { kinds: ['supports' as const], count: 40 },
    { kinds: ['notReached' as const], count: 44 },
  ];
  assert.deepEqual(standingOf(arcs, reach, true), {
    households: 84,
    heard: 40,
    notHeard: 44,
    supports: 40,
    toReach: 16,
    agrees: true,
  });
  assert.equal(standingOf([{ kinds: ['reached'], count: 5 }], reach, null).supports, null);
});

test('a round is open until its last moment, then it is being counted', () => {
  const round = { state: 'open', opensAt: '2022-03-05T01:00:00Z', closesAt: '2022-03-14T16:00:00Z' };
  const at = (now: string) => phaseOf(round, new Date(now));
  assert.equal(at('2022-03-05T00:59:59Z'), 'planned');
  assert.equal(at('2022-03-14T15:59:59Z'), 'open');
  assert.equal(at('2022-03-14T16:00:00Z'), 'counting');
  assert.equal(phaseOf({ ...round, state: 'closed' }, new Date(0)), 'closed');
  assert.equal(lastDayOf(round.closesAt), '2022-03-14');
});

test('every state that waits for a day names it', () => {
  const facts = {
    state: 'submitted',
    submittedAt: '2022-02-14T11:30:00Z',
    stateAt: '2022-02-14T11:30:00Z',
    lookAgainOn: '2023-03-01',
    round: null,
    noticeTo: '2022-07-08T16:00:00Z',
    nextMilestone: '2022-08-20',
    completedAt: '2022-11-12T02:00:00Z',
  };
  const due = (state: string, more = {}, now = '2022-11-20T00:00:00Z') =>
    dueOf({ ...facts, state, ...more }, new Date(now));
  assert.deepEqual(due('submitted'), { kind: 'answer_by', day: '2022-02-21' });
  const byWeekdays = { kind: 'answer_by_weekdays', day: '2199-02-08' };
  assert.deepEqual(due('submitted', { submittedAt: '2199-02-01T02:00:00Z' }), byWeekdays, 'no holidays known');
  assert.deepEqual(due('declined'), { kind: 'appeal_until', day: '2022-03-01' });
  assert.equal(due('declined', { appealed: true }), null);
  assert.deepEqual(due('noticed'), { kind: 'notice_until', day: '2022-07-08' });
  assert.deepEqual(due('shelved'), { kind: 'look_again', day: '2023-03-01' });
  assert.deepEqual(due('building'), { kind: 'milestone', day: '2022-08-20' });
  assert.deepEqual(due('completed'), { kind: 'callbacks_from', day: '2022-12-10' });
  const round = { phase: 'open' as const, closesAt: '2022-03-14T16:00:00Z' };
  assert.deepEqual(due('consulting', { round }), { kind: 'round_until', day: '2022-03-14' });
  assert.deepEqual(due('consulting', { round: { ...round, phase: 'counting' } }), { kind: 'counting' });
  assert.deepEqual(due('verified'), { kind: 'reopen_until', day: '2024-11-12' });
  const over = { kind: 'reopen_over', day: '2024-11-12' };
  assert.deepEqual(due('verified', { byHome: true }, '2024-11-13T00:00:00Z'), { ...over, kind: 'reopen_over_homes' });
  assert.equal(due('verified', {}, '2024-11-12T15:59:59Z')?.kind, 'reopen_until');
  assert.deepEqual(due('verified', {}, '2024-11-12T16:00:00Z'), over);
  assert.equal(due('withdrawn'), null);
});

test('days late, and the next moment at which the page grows old', () => {
  assert.equal(daysLate('2022-10-15', '2022-10-21'), 6);
  assert.equal(daysLate('2022-08-20', '2022-08-18'), -2);
  const now = new Date('2022-03-10T00:00:00Z');
  assert.equal(turnsAt([null, '2022-03-01T00:00:00Z'], now), null);
  assert.deepEqual(turnsAt(['2022-04-01T00:00:00Z', '2022-03-14T16:00:00Z'], now), new Date('2022-03-14T16:00:00Z'));
});

test('the one thing a household can say now: in an open round, then against a notice that hangs, then as a comment', () => {
  const round = (phase: 'planned' | 'open' | 'counting' | 'closed') => ({ no: 3, phase });
  assert.deepEqual(openActOf({ state: 'consulting', round: round('open'), notice: null }), {
    kind: 'opinion',
    round: 3,
  });
  for (const phase of ['planned', 'counting', 'closed'] as const)
    assert.deepEqual(openActOf({ state: 'consulting', round: round(phase), notice: null }), { kind: 'comment' });
  assert.deepEqual(openActOf({ state: 'noticed', round: null, notice: { over: false } }), { kind: 'opposition' });
  assert.deepEqual(openActOf({ state: 'noticed', round: null, notice: { over: true } }), { kind: 'comment' });
  assert.deepEqual(openActOf({ state: 'consulting', round: null, notice: { over: false } }), { kind: 'comment' });
  assert.equal(openActOf({ state: 'withdrawn', round: null, notice: null }), null);
});

test('promises that were not kept are counted, those not looked at and those kept are not', () => {
  assert.equal(unkeptOf([]), 0);
  assert.equal(unkeptOf([{ outcome: 'accepted' }, { outcome: null }, { outcome: 'refused' }]), 1);
});
