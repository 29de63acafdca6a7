import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, whyNot } from '@/lib/act';
import type { Person } from '@/lib/actor';
import { confirmGroups, decideGate, nameGroups, startConsultation } from './acts';
import type { ScopingFacts } from './facts';

const now = new Date('2022-03-01T02:00:00Z');
const facts: ScopingFacts = {
  id: 1,
  no: 1,
  title: '土坡修路',
  kind: 'path_green',
  state: 'scoping',
  stateAt: now,
  submittedAt: now,
  lastEventAt: now,
  waits: false,
  termActive: true,
  groupsNamedBy: null,
  groupsConfirmedBy: null,
  gates: [],
};
const who: Person = {
  kind: 'person',
  personId: 1,
  households: [],
  grants: [{ id: 1, role: 'party-secretary', entranceId: null }],
};
const code = (act: Act<ScopingFacts, string>, known: Partial<ScopingFacts>) =>
  whyNot(act, { facts: { ...facts, ...known }, who, now })?.code ?? null;

test('before a proposal is accepted every act of its scoping says so', () => {
  for (const act of [nameGroups, confirmGroups, startConsultation, decideGate])
    assert.equal(code(act, { state: 'submitted' }), 'accept_first', act.name);
  assert.equal(code(nameGroups, {}), null);
  assert.equal(code(decideGate, { state: 'noticed' }), 'gates_fixed');
});

test('nobody names the groups and alone confirms them', () => {
  assert.equal(code(confirmGroups, {}), 'no_groups');
  assert.equal(code(confirmGroups, { groupsNamedBy: 1 }), 'groups_same_person');
  assert.equal(code(confirmGroups, { groupsNamedBy: 2 }), null);
  assert.equal(code(confirmGroups, { groupsNamedBy: 2, groupsConfirmedBy: 1 }), 'groups_confirmed');
  assert.equal(code(startConsultation, { groupsNamedBy: 2 }), 'groups_unconfirmed');
});
