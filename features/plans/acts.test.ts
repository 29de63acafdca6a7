import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, whyNot } from '@/lib/act';
import type { Person, Role } from '@/lib/actor';
import { citeChanges, confirmMateriality, draftPlan, judgeMateriality, publishPlan, standings } from './acts';
import type { PlanFact, PlanFacts } from './facts';

const at = new Date('2022-03-01T01:00:00Z');
const [worker, secretary] = [1, 2];
const somebody = (personId: number, role: Role): Person => ({
  kind: 'person',
  personId,
  households: [],
  grants: [{ id: 1, role, entranceId: null }],
});
const published: PlanFact = {
  version: 1,
  title: '修路',
  state: 'published',
  draftedAt: at,
  changes: [],
  materiality: [],
  drawing: null,
  clauses: [{ no: 1, text: '直线下坡' }],
};
const draft: PlanFact = { ...published, version: 2, state: 'draft', clauses: [{ no: 1, text: '中段转弯' }] };
const cited: PlanFact = { ...draft, changes: [{ clause: 1, reasons: [{ kind: 'technical', text: '太陡' }] }] };
const judged = (confirmedBy: number | null): PlanFact => ({
  ...cited,
  materiality: [{ group: 14, material: false, judgedBy: worker, confirmedBy }],
});
const of = (plans: PlanFact[], more: Partial<PlanFacts> = {}): PlanFacts => ({
  id: 1,
  no: 7,
  title: '修路',
  kind: 'path_green',
  state: 'consulting',
  stateAt: at,
  submittedAt: at,
  ...{
    lastEventAt: at,
    waits: false,
    termActive: true,
    groups: [{ id: 14, name: '14号楼', effect: 'neutral' }],
    gates: [],
  },
  plans,
  running: false,
  asked: null,
  citable: [],
  ...more,
});
const roles = { worker: somebody(worker, 'social-worker'), secretary: somebody(secretary, 'party-secretary') };
const code = <F>(act: Act<F, string>, facts: F, who: Person = roles.worker) =>
  whyNot(act, { facts, who, now: at })?.code ?? null;

test('a draft changes while it can be talked about; what it changes is explained, judged, confirmed by another', () => {
  assert.equal(code(draftPlan, of([])), null);
  assert.equal(code(draftPlan, of([], { state: 'agreed' })), 'not_at_this_step');
  assert.equal(code(draftPlan, of([]), roles.secretary), 'not_allowed');
  for (const act of [citeChanges, judgeMateriality, confirmMateriality]) {
    assert.equal(code(act, of([published])), 'no_draft');
    assert.equal(code(act, of([{ ...draft, version: 1 }])), 'first_version');
    assert.equal(code(act, of([draft, published], { state: 'agreed' })), 'not_at_this_step');
    assert.equal(code(act, of([{ ...draft, clauses: published.clauses }, published])), 'nothing_changed');
  }
  assert.equal(code(judgeMateriality, of([draft, published])), 'changes_uncited');
  assert.equal(code(judgeMateriality, of([cited, published])), null);
  assert.equal(code(confirmMateriality, of([cited, published])), 'materiality_missing');
  assert.equal(code(confirmMateriality, of([judged(null), published])), 'second_person');
  assert.equal(code(confirmMateriality, of([judged(null), published]), roles.secretary), null);
  assert.equal(code(confirmMateriality, of([judged(secretary), published])), 'already_confirmed');
});

test('a version is published when everything is settled, and not during a round', () => {
  const governance = somebody(3, 'governance-secretary');
  const publishing = (plans: PlanFact[], more: Partial<PlanFacts> = {}) =>
    code(publishPlan, of(plans, more), governance);
  assert.equal(publishing([published]), 'no_draft');
  assert.equal(publishing([{ ...draft, version: 1 }], { state: 'scoping' }), null);
  assert.equal(publishing([judged(secretary), published], { state: 'scoping' }), 'not_at_this_step');
  assert.equal(publishing([judged(secretary), published], { running: true }), 'round_running');
  assert.equal(publishing([draft, published]), 'change_without_reason');
  assert.equal(publishing([judged(null), published]), 'materiality_unconfirmed');
  const citable = [{ id: 1, no: 1, answered: false }];
  assert.equal(publishing([judged(secretary), published], { citable }), 'objections_unanswered');
  assert.equal(publishing([judged(secretary), published]), null);
  assert.equal(code(publishPlan, of([judged(secretary), published])), 'not_allowed');
});

test('the desk has the step the draft waits for, and only what there is a draft for', () => {
  const waiting = (...plans: PlanFact[]) =>
    standings
      .flatMap((one) => one({ facts: of(plans), who: roles.secretary, now: at }))
      .filter(({ needed }) => needed)
      .map(({ act, path }) => `${act} ${path.join('/')}`);
  assert.deepEqual(waiting(), ['draft proposals/7/plans']);
  assert.deepEqual(waiting(published), []);
  assert.deepEqual(waiting(draft, published), ['changes proposals/7/plans/2/changes']);
  assert.deepEqual(waiting(cited, published), ['judging proposals/7/plans/2/materiality']);
  assert.deepEqual(waiting(judged(null), published), ['judged proposals/7/plans/2/materiality']);
  assert.deepEqual(waiting(judged(secretary), published), ['publication proposals/7/plans/2/publication']);
});

test('whoever publishes words that were changed under a drawing that was not has seen it', () => {
  const drawnAt = (x: number) => ({
    site: { compound: 1, version: 1, hash: '' },
    shapes: [
      {
        kind: 'path' as const,
        name: '路',
        points: [
          [0, 0],
          [x, 0],
        ] as [number, number][],
        width: 1500,
        steps: 0,
        clauses: [1],
      },
    ],
  });
  const costs = (before: PlanFact['drawing'], now: PlanFact['drawing']) =>
    publishPlan.undoes?.(
      of([
        { ...judged(secretary), drawing: now },
        { ...published, drawing: before },
      ]),
      at,
    );
  assert.deepEqual(costs(drawnAt(9000), drawnAt(9000)), { drawnAsBefore: 1 });
  assert.deepEqual(costs(drawnAt(9000), drawnAt(8000)), { drawnAsBefore: 0 });
  assert.deepEqual(costs(null, null), { drawnAsBefore: 0 }, 'nothing is drawn');
  assert.deepEqual(publishPlan.undoes?.(of([{ ...draft, version: 1 }]), at), { drawnAsBefore: 0 }, 'the first version');
});
