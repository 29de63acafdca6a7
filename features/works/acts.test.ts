import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, somebodyAs, whyNot } from '@/lib/act';
import type { Role, Who } from '@/lib/actor';
import * as acts from './acts';
import type { MilestoneFact, SiteFact, WorksFacts } from './facts';

const [began, now] = [new Date('2022-03-22T02:00:00Z'), new Date('2022-04-11T02:00:00Z')];
const open: MilestoneFact = {
  id: 1,
  position: 1,
  plannedOn: '2022-04-10',
  unit: '级',
  target: 23,
  inPlaces: false,
  places: [],
  reportedBy: null,
  reportedAt: null,
  checkedBy: null,
  checked: false,
  actualOn: null,
  actual: null,
  note: '',
  pictures: 1,
};
const reported = { ...open, reportedBy: 7, reportedAt: now };
const checked = { ...reported, checkedBy: 8, checked: true };
const site: SiteFact = {
  id: 1,
  no: 3,
  last: true,
  lastReportAt: now,
  completedAt: null,
  milestones: [open],
  named: [],
  acceptances: [],
  commitments: [],
};
const facts: WorksFacts = {
  id: 1,
  no: 1,
  title: '土坡修路',
  kind: 'path_green',
  state: 'building',
  stateAt: began,
  submittedAt: began,
  lastEventAt: began,
  waits: false,
  termActive: true,
  planCost: null,
  signedResolution: 1,
  works: site,
  groups: [14, 15].map((id) => ({ id, name: `${id}号楼`, effect: 'bears' })),
};
const at = (more: Partial<SiteFact>): acts.OfSite => ({ ...facts, works: { ...site, ...more } });
const of = (milestone: MilestoneFact, more: Partial<SiteFact> = {}) => ({
  ...at({ milestones: [milestone], ...more }),
  milestone,
});
const code = <F>(act: Act<F, string>, known: F, role: Role = 'social-worker', who: Who = somebodyAs(role)) =>
  whyNot(act, { facts: known, who, now })?.code ?? null;
const living = (personId: number, householdId: number): Who => ({
  kind: 'person',
  personId,
  grants: [],
  households: [{ householdId, entranceId: 1, buildingId: 1 }],
});

test('works start once the resolution is signed', () => {
  const signed: WorksFacts = { ...facts, state: 'signed_off', works: null };
  assert.equal(code(acts.startWorks, signed, 'property'), null);
  assert.equal(code(acts.startWorks, signed, 'social-worker'), 'not_allowed');
  assert.equal(code(acts.startWorks, { ...signed, signedResolution: null }, 'property'), 'not_signed');
  assert.equal(code(acts.startWorks, facts, 'property'), 'not_at_this_step');
});

test('only the last site is worked on, while it is being built', () => {
  for (const act of [acts.planMilestone, acts.nameDelegate, acts.breakWorks]) {
    assert.equal(code(act, at({})), null);
    assert.equal(code(act, at({ last: false })), 'not_at_this_step');
    assert.equal(code(act, { ...at({}), state: 'completed' }), 'not_at_this_step');
  }
});

test('a milestone is reported with a picture, and checked by somebody else', () => {
  assert.equal(
    code(acts.reportMilestone, of({ ...open, pictures: 0, actualOn: null, actual: null, note: '' }), 'property'),
    'picture_missing',
  );
  assert.equal(code(acts.reportMilestone, of(reported), 'property'), null, 'again, until it is checked');
  assert.equal(code(acts.reportMilestone, of(checked), 'property'), 'already_checked');
  assert.equal(code(acts.checkMilestone, of(open)), 'not_reported');
  assert.equal(code(acts.checkMilestone, of(reported)), null);
  assert.equal(code(acts.checkMilestone, of({ ...reported, reportedBy: -1 })), 'second_person');
});

test('a delegate neither built nor checked, and looks at what was promised to their own group', () => {
  const named = [
    { group: 14, household: 1 },
    { group: 15, household: 2 },
  ];
  const promise = (group: number | null) => ({
    ...at({ named, milestones: [checked] }),
    commitment: { id: 1, text: '挪开', outcome: null, repairOn: null, mended: false, mendedBy: null, group },
  });
  const give = (who: Who) => code(acts.giveAcceptance, at({ named, milestones: [checked] }), undefined, who);
  assert.deepEqual([give(living(1, 1)), give(living(1, 3)), give(living(8, 1))], [null, 'not_allowed', 'built_it']);
  const decide = (group: number | null) => code(acts.decideCommitment, promise(group), undefined, living(1, 1));
  assert.deepEqual([decide(14), decide(15), decide(null)], [null, 'other_group', null]);
});

test('it is complete when every group has accepted, and once', () => {
  const accepted = [14, 15].map((group) => ({ group, delegate: group, outcome: 'accepted' as const, repairOn: null }));
  const lacking = whyNot(acts.completeWorks, { facts: at({}), who: somebodyAs('social-worker'), now });
  assert.deepEqual(lacking, { code: 'not_accepted', details: { groups: 2, commitments: 0 } });
  assert.equal(code(acts.completeWorks, at({ acceptances: accepted })), null);
  assert.equal(code(acts.completeWorks, at({ acceptances: accepted, completedAt: now })), 'not_at_this_step');
});

test('what waits at the desk: first a plan, then what is late, what is reported, who is not named', () => {
  const linesOf = (known: WorksFacts, role: Role, moment = now) =>
    acts.standings
      .flatMap((standing) => standing({ facts: known, who: somebodyAs(role), now: moment }))
      .filter((one) => one.needed && one.block === null)
      .map(({ act, path, count, due }) => [act, path.join('/'), count, due?.toISOString()]);
  const early = new Date('2022-04-01T02:00:00Z');
  assert.deepEqual(linesOf(at({ milestones: [] }), 'property', began), [
    ['milestones', 'works/3/milestones', undefined, undefined],
  ]);
  assert.deepEqual(linesOf(at({}), 'property', early), []);
  assert.deepEqual(linesOf(at({}), 'property'), [['report', 'works/3', 1, '2022-04-10T15:59:59.999Z']]);
  assert.deepEqual(linesOf(at({ lastReportAt: new Date('2022-03-10T00:00:00Z') }), 'property', early), [
    ['report', 'works/3', 0, '2022-03-24T00:00:00.000Z'],
  ]);
  assert.deepEqual(linesOf(of(reported), 'social-worker'), [['check', 'works/3', 1, undefined]]);
  assert.deepEqual(linesOf(of({ ...reported, reportedBy: -1 }), 'social-worker'), []);
  assert.deepEqual(linesOf(of(checked), 'social-worker'), [['delegates', 'works/3/delegates', 2, undefined]]);
  assert.deepEqual(linesOf({ ...at({}), state: 'completed' }, 'property'), []);
});
