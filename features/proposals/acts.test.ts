import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, whyNot } from '@/lib/act';
import type { Person } from '@/lib/actor';
import { appeal, reopen } from './acts';
import type { OwnFacts } from './facts';

const at = new Date('2022-11-12T02:00:00Z');
const [own, other] = [7, 8];
const facts: OwnFacts = {
  id: 1,
  no: 1,
  title: '土坡修路',
  kind: 'path_green',
  state: 'verified',
  stateAt: at,
  submittedAt: at,
  lastEventAt: at,
  waits: false,
  termActive: true,
  authorId: 1,
  authorHouseholdId: own,
  appealed: null,
  appeal: null,
  passedOn: false,
  byHousehold: false,
  completedAt: at,
};
const living = (...households: number[]): Person => ({
  kind: 'person',
  personId: 2,
  grants: [],
  households: households.map((householdId) => ({ householdId, entranceId: 1, buildingId: 1 })),
});
const code = (act: Act<OwnFacts, string>, known: OwnFacts, who: Person, now: Date) =>
  whyNot(act, { facts: known, who, now })?.code ?? null;

test('the district is asked once, by the household that brought it', () => {
  const turned: OwnFacts = { ...facts, state: 'declined' };
  const appealed = { personId: 1, role: 'resident', reason: '坡上滑', detail: {}, at };
  assert.equal(code(appeal, turned, living(own), at), null);
  assert.equal(code(appeal, { ...turned, appealed }, living(own), at), 'already_appealed');
  assert.equal(code(appeal, { ...turned, appealed }, living(other), at), 'not_allowed');
  assert.equal(code(appeal, turned, living(own), new Date('2022-11-28T02:00:00Z')), 'appeal_too_late');
  assert.equal(code(appeal, facts, living(own), at), 'not_at_this_step');
});

test('two years to have it reopened by whoever lives here', () => {
  assert.equal(code(reopen, facts, living(other), new Date('2024-11-12T15:59:59Z')), null);
  assert.equal(code(reopen, facts, living(), at), 'not_allowed');
  assert.equal(code(reopen, facts, living(other), new Date('2024-11-12T16:00:00Z')), 'reopen_too_late');
  assert.equal(code(reopen, { ...facts, state: 'building' }, living(other), at), 'not_at_this_step');
});
