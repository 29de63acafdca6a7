import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, type DeskAct, somebodyAs, whyNot } from '@/lib/act';
import type { Role } from '@/lib/actor';
import { closeRound, extendRound, openRound, redesign, summariseRound } from './acts';
import type { RoundFact, RoundFacts } from './facts';

const [before, opensAt, closesAt, after] = [1, 2, 9, 10].map((day) => new Date(Date.UTC(2022, 2, day))) as [
  ...[Date, Date, Date, Date],
];
const cells = { supports: 9, conditional: 0, opposes: 0, noView: 0, refused: 0, notHome: 1, notTried: 0 };
const open: RoundFact = {
  no: 1,
  k: 1,
  state: 'open',
  version: 1,
  opensAt,
  closesAt,
  closedAt: null,
  summary: '',
  cells: [],
};
const closed: RoundFact = { ...open, state: 'closed', closedAt: closesAt, cells: [cells] };
const plan = { title: '方案', draftedAt: before, clauses: [], changes: [], materiality: [], drawing: null };
const facts: RoundFacts = {
  id: 1,
  no: 1,
  title: '土坡修路',
  kind: 'path_green',
  state: 'consulting',
  stateAt: before,
  submittedAt: before,
  ...{
    lastEventAt: before,
    waits: false,
    termActive: true,
    plans: [{ ...plan, version: 1, state: 'published' }],
    households: 10,
  },
  rounds: [],
  shares: { reach: [2, 3], agree: [2, 3] },
  roundDays: 7,
  openObjections: 0,
};
const code = <F>(act: Act<F, string>, known: F, role: Role = 'governance-secretary', now = after) =>
  whyNot(act, { facts: known, who: somebodyAs(role), now })?.code ?? null;
const waits = (act: DeskAct<RoundFacts, string>, known: RoundFacts & { agreement?: { code: string } | null }) =>
  act.desk.needed?.(known, after);

test('a round is opened on a published plan, one at a time, by whoever may', () => {
  assert.equal(code(openRound, facts), null);
  assert.equal(code(openRound, facts, 'party-secretary'), 'not_allowed');
  assert.equal(code(openRound, { ...facts, termActive: false }, 'party-secretary'), null);
  assert.equal(code(openRound, { ...facts, state: 'agreed' }, 'auditor'), 'not_at_this_step', 'why before who');
  assert.equal(code(openRound, { ...facts, plans: [] }), 'no_published_plan');
  assert.equal(code(openRound, { ...facts, rounds: [open] }), 'round_running');
  assert.equal(code(openRound, { ...facts, households: 0 }), 'no_households');
  assert.equal(waits(openRound, facts), true);
  assert.equal(waits(openRound, { ...facts, rounds: [closed] }), false, 'they have been asked about this version');
  const plans: RoundFacts['plans'] = [{ ...plan, version: 2, state: 'draft' }, ...facts.plans];
  assert.equal(waits(openRound, { ...facts, plans }), false);
});

test('it goes back to the drawing board when a group is red or an objection is open', () => {
  assert.equal(code(redesign, facts), 'no_round_yet');
  const counted = { ...facts, rounds: [closed] };
  assert.equal(code(redesign, counted), 'nothing_to_redesign');
  assert.equal(code(redesign, { ...counted, openObjections: 1 }), null);
  const red = { ...facts, rounds: [{ ...closed, cells: [{ ...cells, supports: 1, opposes: 8 }] }] };
  assert.equal(code(redesign, red), null);
  assert.equal(waits(redesign, red), false, 'nobody has counted whether they agree');
  assert.equal(waits(redesign, { ...red, agreement: { code: 'not_agreed' } }), true);
});

test('a round is extended until its close, counted after it, and summarised once', () => {
  const of = (round: RoundFact) => ({ ...facts, round });
  assert.deepEqual(
    [code(extendRound, of(open), undefined, opensAt), code(extendRound, of(open))],
    [null, 'round_closed'],
  );
  assert.deepEqual(
    [code(closeRound, of(open), undefined, opensAt), code(closeRound, of(open))],
    ['round_running', null],
  );
  assert.deepEqual([code(closeRound, of(closed)), code(summariseRound, of(open))], ['round_closed', 'round_running']);
  assert.equal(code(summariseRound, of(closed)), null);
  assert.equal(code(summariseRound, of({ ...closed, summary: '都说好' })), 'already_summarised');
});
