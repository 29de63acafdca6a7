import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopingBlock } from './policy';

test('before a proposal is accepted every act of its scoping says so', () => {
  const facts = { groupsNamedBy: null, groupsConfirmedBy: null };
  const secretary = {
    kind: 'person' as const,
    personId: 1,
    households: [],
    grants: [{ id: 1, role: 'party-secretary' as const, entranceId: null }],
  };
  for (const act of ['groups', 'confirmation', 'consultation', 'gates'] as const)
    assert.equal(scopingBlock(act, secretary, { ...facts, state: 'submitted' }), 'accept_first', act);
  assert.equal(scopingBlock('groups', secretary, { ...facts, state: 'scoping' }), null);
  assert.equal(scopingBlock('gates', secretary, { ...facts, state: 'noticed' }), 'gates_fixed');
});
