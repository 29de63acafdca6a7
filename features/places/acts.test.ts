import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '@/features/proposals/rules';
import * as acts from './acts';

const now = new Date('2023-04-01T02:00:00Z');
const yes = { id: 1, household: 3, entrance: 1, outcome: 'accepted' as const, mendOn: null, recorded: false };

const why = (state: State, words: (typeof yes)[], beside = [1, 2]) => {
  const place = {
    id: 1,
    position: 1,
    name: '1号棚',
    builtOn: '2022-09-18',
    builtBy: 7,
    checked: true,
    missingUntil: null,
    pictures: 1,
    beside,
    words,
  };
  const milestone = {
    id: 1,
    position: 1,
    plannedOn: '2022-10-12',
    unit: '处',
    target: 1,
    inPlaces: true,
    places: [place],
    reportedBy: 7,
    reportedAt: now,
    checkedBy: 8,
    checked: true,
    actualOn: '2022-09-18',
    actual: 1,
    note: '',
    pictures: 1,
  };
  const works = {
    id: 1,
    no: 3,
    last: true,
    lastReportAt: now,
    completedAt: now,
    milestones: [milestone],
    named: [],
    acceptances: [],
    commitments: [],
  };
  const facts = {
    id: 1,
    no: 1,
    title: '车棚',
    kind: 'lighting_charging' as const,
    state,
    stateAt: now,
    submittedAt: now,
    lastEventAt: now,
    waits: false,
    termActive: true,
    planCost: null,
    signedResolution: 1,
    groups: [],
    works,
    milestone,
    place,
    householdId: 3,
    entranceId: 1,
    own: true,
  };
  return acts.judgePlace.why(facts, now)?.code ?? null;
};

test('whoever lives beside a place is asked until the matter is verified and each entrance was heard', () => {
  const both = [yes, { ...yes, id: 2, household: 4, entrance: 2 }];
  assert.equal(why('verified', both), 'asked_over');
  assert.equal(why('verifying', both), null);
  assert.equal(why('completed', both), null);
  assert.equal(why('verified', [yes]), null);
  assert.equal(why('verified', []), null);
  assert.equal(why('verified', both, [2]), 'asked_over');
});
