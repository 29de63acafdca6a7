import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Consent } from '@/features/beyond/facts';
import { type Act, somebodyAs, whyNot } from '@/lib/act';
import type { Role, Who } from '@/lib/actor';
import * as acts from './acts';
import type { DecisionFacts, NoticeFact, OppositionFact } from './facts';
import type { Unagreed } from './rules';

const [from, within, to] = [14, 16, 21].map((day) => new Date(Date.UTC(2022, 2, day))) as [Date, Date, Date];
const plan = { title: '方案', draftedAt: from, clauses: [], changes: [], materiality: [], drawing: null };
const round = {
  no: 1,
  k: 1,
  version: 1,
  opensAt: from,
  closesAt: from,
  summary: '',
  cells: [],
  ...({ state: 'closed', closedAt: from } as const),
};
const facts: DecisionFacts & { agreement?: { code: Unagreed } | null; wordsUndrawn?: number; summarised?: boolean } = {
  summarised: true,
  id: 1,
  no: 1,
  title: '土坡修路',
  kind: 'other',
  state: 'consulting',
  stateAt: from,
  submittedAt: from,
  lastEventAt: from,
  waits: false,
  termActive: true,
  authorId: 9,
  notice: null,
  gates: [{ key: 'owners_vote_other', state: 'satisfied', evidence: '批文', decidedOn: '2022-03-01', signer: 1 }],
  consents: [],
  plans: [{ ...plan, version: 1, state: 'published' }],
  rounds: [round],
  undrawn: { count: 0, since: null },
};
const asked = { position: 1, organisation: '园林局', asked: '开一条路', askedOn: '2022-03-01', due: '2022-03-20' };
const consent: Consent = { ...asked, state: 'given', answer: '', answeredOn: null, askedBy: 1 };
const notice: NoticeFact = { id: 1, version: 1, from, to, running: true, opposition: [], signed: [] };
const said: OppositionFact = { id: 1, household: 5, recorded: false, answered: false, upheld: false };
const hung = (more: Partial<NoticeFact> = {}) => ({
  ...facts,
  state: 'noticed' as const,
  agreement: null,
  notice: { ...notice, ...more },
});
const code = <F>(act: Act<F, string>, known: F, role: Role | Who = 'governance-secretary', now = to) =>
  whyNot(act, { facts: known, who: typeof role === 'string' ? somebodyAs(role) : role, now })?.code ?? null;
const living = (householdId: number): Who => ({
  kind: 'person',
  personId: 1,
  grants: [],
  households: [{ householdId, entranceId: 1, buildingId: 1 }],
});

test('agreement is declared when it has been counted and every group agrees', () => {
  assert.equal(code(acts.declareAgreement, facts), 'not_counted');
  assert.equal(code(acts.declareAgreement, { ...facts, agreement: { code: 'not_agreed' } }), 'not_agreed');
  assert.equal(code(acts.declareAgreement, { ...facts, agreement: null }), null);
  assert.equal(code(acts.declareAgreement, { ...facts, agreement: null, wordsUndrawn: 1 }), 'words_undrawn');
  assert.equal(code(acts.declareAgreement, { ...facts, agreement: null, summarised: false }), 'not_summarised');
  assert.equal(code(acts.declareAgreement, { ...facts, agreement: null }, 'party-secretary'), 'not_allowed');
  assert.equal(code(acts.declareAgreement, { ...facts, state: 'agreed' }), 'not_at_this_step');
});

test('it hangs once what the law asks for is decided', () => {
  const agreed = { ...facts, state: 'agreed' as const, agreement: null };
  assert.equal(code(acts.postNotice, agreed), null);
  assert.equal(code(acts.postNotice, { ...agreed, kind: 'lift' }), 'gates_open');
  assert.equal(code(acts.postNotice, { ...agreed, agreement: { code: 'not_agreed' } }), 'not_agreed');
});

test('a household opposes while it hangs; its own word waits for an answer, and takes the place of a recorded one', () => {
  const oppose = (opposition: OppositionFact[], now = within) =>
    code(acts.opposeNotice, { ...hung({ opposition }), householdId: null }, living(5), now);
  assert.deepEqual([oppose([]), oppose([], to)], [null, 'notice_over']);
  assert.equal(oppose([said]), 'already_opposed');
  assert.equal(oppose([{ ...said, recorded: true }]), null);
  assert.equal(oppose([{ ...said, household: 6 }]), null);
  const record = (opposition: OppositionFact[], own = false) =>
    code(
      acts.recordOpposition,
      { ...hung({ opposition }), householdId: 5, entranceId: 1, own },
      'social-worker',
      within,
    );
  assert.deepEqual([record([]), record([{ ...said, recorded: true }])], [null, 'already_opposed']);
  assert.equal(record([], true), 'speak_for_yourself');
});

test('it is signed when the notice is over, everything is answered, and the text is the same', () => {
  const sign = (more: Parameters<typeof hung>[0], other: Partial<Parameters<typeof acts.signResolution.why>[0]> = {}) =>
    code(acts.signResolution, { ...hung(more), ...other });
  assert.equal(sign({}), null);
  assert.equal(code(acts.signResolution, hung(), undefined, within), 'notice_running');
  assert.equal(sign({ opposition: [said] }), 'opposition_unanswered');
  assert.equal(sign({ opposition: [{ ...said, answered: true, upheld: true }] }), 'opposition_upheld');
  assert.equal(sign({}, { agreement: { code: 'not_agreed' } }), 'consent_withdrawn');
  assert.equal(sign({}, { changed: true }), 'text_changed');
  const outside = (...states: Consent['state'][]) => ({ consents: states.map((state) => ({ ...consent, state })) });
  assert.equal(sign({}, outside('given', 'waiting')), 'outside_waiting');
  assert.equal(sign({}, outside('given', 'refused', 'waiting')), 'outside_refused');
  assert.equal(sign({}, outside('given', 'replaced', 'dropped')), null);
  const own = { role: 'governance-secretary', signer: 7, hash: 'aa' } as const;
  assert.equal(sign({ signed: [own] }), 'role_has_signed');
  assert.equal(sign({ signed: [{ ...own, role: 'party-secretary', signer: -1 }] }), 'person_has_signed');
  assert.equal(
    code(acts.signResolution, { ...hung(), termActive: false, authorId: -1 }, 'party-secretary'),
    'proposer_alone',
  );
});

test('what waits at the desk: to look how it goes on, to declare, to answer, to sign', () => {
  const linesOf = (known: typeof facts, role: Role = 'governance-secretary', now = to) =>
    acts.standings
      .flatMap((standing) => standing({ facts: known, who: somebodyAs(role), now }))
      .filter((one) => one.needed && one.block === null)
      .map(({ act, path, count }) => [act, path.join('/'), count]);
  assert.deepEqual(linesOf(facts), [['decide', 'proposals/1', undefined]]);
  const wordings = (known: typeof facts) =>
    acts.standings
      .flatMap((standing) => standing({ facts: known, who: somebodyAs('governance-secretary'), now: to }))
      .filter(({ act }) => act === 'decide')
      .map(({ wording }) => wording);
  assert.deepEqual(wordings(facts), ['decide']);
  assert.deepEqual(wordings({ ...facts, undrawn: { count: 1, since: from } }), ['decide_undrawn']);
  assert.deepEqual(linesOf({ ...facts, rounds: [] }), []);
  assert.deepEqual(linesOf({ ...facts, agreement: null }), [['agreement', 'proposals/1/agreement', undefined]]);
  assert.deepEqual(linesOf({ ...facts, state: 'agreed' }), [['notice', 'proposals/1/notice', undefined]]);
  assert.deepEqual(linesOf(hung({ opposition: [said] }), 'social-worker'), [
    ['opposition', 'proposals/1/opposition', 1],
  ]);
  assert.deepEqual(linesOf(hung(), undefined, within), []);
  assert.deepEqual(linesOf(hung()), [['signature', 'proposals/1/signature', undefined]]);
});
