import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, whyNot } from '@/lib/act';
import type { Person, Role } from '@/lib/actor';
import {
  correctOpinion,
  giveOpinion,
  noteRecheck,
  noteVisit,
  type OfRound,
  type OfVoter,
  recordOpinion,
  standings,
} from './acts';
import type { RecheckFacts } from './facts';

const [before, opensAt, within, closesAt, after] = [1, 2, 5, 9, 10].map((day) => new Date(Date.UTC(2022, 2, day))) as [
  ...[Date, Date, Date, Date, Date],
];
const somebody = (personId: number, role?: Role, entranceId: number | null = null): Person => ({
  kind: 'person',
  personId,
  grants: role ? [{ id: 1, role, entranceId }] : [],
  households: personId === 7 ? [{ householdId: 1, entranceId: 11, buildingId: 14 }] : [],
});
const resident = somebody(7);
const captain = somebody(8, 'captain', 11);
const worker = somebody(9, 'social-worker');

const round: OfRound['round'] = { opensAt, closesAt, state: 'open' };
const voter: OfVoter & { own: boolean; quiet: boolean } = {
  round,
  stopped: null,
  householdId: 1,
  entranceId: 11,
  chain: [],
  state: 'consulting',
  own: false,
  quiet: false,
};
const code = <F>(act: Act<F, string>, facts: F, who: Person, now = within) =>
  whyNot(act, { facts, who, now })?.code ?? null;

test('a household speaks while the round lasts, for itself; whoever knocks there writes down for others', () => {
  assert.equal(code(giveOpinion, voter, resident), null);
  assert.equal(code(giveOpinion, voter, captain), 'not_allowed');
  assert.equal(code(recordOpinion, voter, resident), 'not_allowed');
  for (const who of [captain, worker])
    for (const act of [recordOpinion, noteVisit]) assert.equal(code<typeof voter>(act, voter, who), null);
  assert.equal(code(recordOpinion, { ...voter, own: true }, captain), 'speak_for_yourself');
  assert.equal(code(recordOpinion, { ...voter, entranceId: 12 }, captain), 'not_allowed');
  for (const act of [giveOpinion, recordOpinion, noteVisit]) {
    assert.equal(code<typeof voter>(act, voter, resident, before), 'not_yet_open');
    assert.equal(code<typeof voter>(act, voter, resident, closesAt), 'round_closed');
  }
  const stopped: typeof voter = { ...voter, round: { ...round, state: 'void' }, stopped: { code: 'round_void' } };
  for (const act of [giveOpinion, correctOpinion, recordOpinion])
    assert.equal(code<typeof voter>(act, stopped, resident), 'round_void');
});

test('nobody knocks where a household asks that nobody does; what it says on the telephone is written down', () => {
  assert.equal(code(noteVisit, { ...voter, quiet: true }, captain), 'wants_no_visits');
  assert.equal(code(recordOpinion, { ...voter, quiet: true }, captain), null);
});

test('what stands for it, it corrects: while the round lasts, then for 72 hours after it was recorded, until it is signed', () => {
  const said = (own: boolean, receivedAt: Date): OfVoter => ({
    ...voter,
    chain: [{ own, disowned: false, receivedAt }],
  });
  assert.equal(code(correctOpinion, voter, resident), 'nothing_to_correct');
  assert.equal(code(correctOpinion, said(true, within), resident), null);
  assert.equal(code(correctOpinion, said(true, within), resident, after), 'correction_over');
  assert.equal(code(correctOpinion, said(false, within), resident, after), 'correction_over');
  const late = said(false, new Date(closesAt.getTime() - 1));
  assert.equal(code(correctOpinion, late, resident, after), null);
  assert.equal(code(correctOpinion, { ...late, state: 'signed_off' }, resident, after), 'signed_already');
});

test('a second look is for neither recorder nor witness, once, and waits at the desk with those of its round', () => {
  const look = {
    householdId: 1,
    entranceId: 11,
    recorder: 8,
    witness: 9,
    outcome: null,
    round: 1,
    at: within,
  };
  assert.equal(code(noteRecheck, look, worker), 'second_person');
  assert.equal(code(noteRecheck, look, captain), 'second_person');
  assert.equal(code(noteRecheck, { ...look, witness: null }, worker), null);
  assert.equal(code(noteRecheck, { ...look, witness: null, outcome: 'not_reached' as const }, worker), null);
  assert.equal(code(noteRecheck, { ...look, outcome: 'same' as const }, worker), 'already_checked');
  const facts: RecheckFacts = {
    rechecks: [look, { ...look, witness: null, at: opensAt }, { ...look, round: 2 }],
  };
  assert.deepEqual(
    standings
      .flatMap((one) => one({ facts, who: worker, now: after }))
      .map(({ act, path, count, block, at }) => [act, path.join('/'), count, block?.code ?? null, at]),
    [
      ['rechecks', 'rounds/1/rechecks', 1, null, opensAt],
      ['rechecks', 'rounds/2/rechecks', 0, 'second_person', within],
    ],
  );
});
