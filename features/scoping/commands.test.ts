import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft } from '@/features/proposals/commands/draft';
import type { Result } from '@/lib/result';
import { closeAll, makeCommunity, sql, type TestCommunity } from '@/tests/fixture';
import { confirmGroups, nameGroups, startConsultation, submitProposal } from '@/tests/shown';
import { decideGate } from './commands/gates';
import { fieldOfGroup } from './input';

after(closeAll);

const value = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
  return result.value;
};
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

async function scoped() {
  const place = await makeCommunity();
  const author = await place.resident(place.household('14', 0));
  const words = { kind: 'path_green', title: '修台阶路', place: '土坡', problem: '滑', ask: '修一条路' };
  const { draft } = value(await saveDraft(place.by(author), words));
  const { proposal } = value(await submitProposal(place.by(author), { draft }));
  const worker = await place.staff('social-worker');
  const governance = await place.staff('governance-secretary');
  const party = await place.staff('party-secretary');
  value(await acceptProposal(place.by(worker), { proposal }));
  return { place, author, worker, governance, party, proposal };
}

const above = (place: TestCommunity) => ({
  name: '坡上14号楼',
  effect: 'benefits',
  why: '出门近五分钟',
  places: [`building:${place.buildingId('14')}`],
});
const below = (place: TestCommunity, no = 1) => ({
  name: '坡下15号楼',
  effect: 'bears',
  why: '路从窗下过',
  places: [`entrance:${place.entrance('15', no)}`],
});

const row = async (place: TestCommunity) =>
  (
    await sql<{ state: string; rule: unknown; hash: Buffer | null; by: number | null }>(
      `select state, rule, snapshot_hash as hash, groups_confirmed_by as by from proposal where community_id = $1`,
      [place.communityId],
    )
  )[0];

test('groups: rows of a form or a list, no place twice, confirmed only by a second person', async () => {
  const { place, author, worker, governance, proposal } = await scoped();
  const groups = [above(place), below(place)];
  assert.equal(code(await nameGroups(place.by(author), { proposal, groups })), 'not_allowed');
  const twice = { ...below(place), places: [`entrance:${place.entrance('14', 1)}`] };
  assert.equal(
    code(await nameGroups(place.by(worker), { proposal, groups: [above(place), twice] })),
    'place_in_two_groups',
  );
  const elsewhere = { ...below(place), places: ['building:999999'] };
  assert.equal(code(await nameGroups(place.by(worker), { proposal, groups: [elsewhere] })), 'group_without_place');
  const form = {
    proposal: String(proposal),
    name_1: '坡上14号楼',
    effect_1: 'benefits',
    why_1: '出门近',
    [`places_1.building:${place.buildingId('14')}`]: 'on',
    name_2: '',
  };
  assert.equal(value(await nameGroups(place.by(worker), form)).groups, 1);
  const halves = { proposal: String(proposal), name_1: '', effect_1: '', why_1: '', name_3: '坡下', why_3: '' };
  const half = await nameGroups(place.by(worker), halves);
  assert.ok(!half.ok);
  assert.deepEqual(
    Object.entries(half.refusal.fieldErrors ?? {}).map(([name, why]) => [fieldOfGroup(name, halves), why]),
    [
      ['effect_3', 'choose_one'],
      ['why_3', 'required'],
      ['places_3', 'place_missing'],
    ],
  );
  const blank = await nameGroups(place.by(worker), { proposal, name_1: '', effect_1: 'bears', why_1: ' ', name_2: '' });
  assert.ok(!blank.ok);
  assert.deepEqual(Object.keys(blank.refusal.fieldErrors ?? {}), ['groups.0.name', 'groups.0.why', 'groups.0.places']);
  assert.equal(value(await nameGroups(place.by(worker), { proposal, groups })).groups, 2);
  assert.equal(code(await confirmGroups(place.by(worker), { proposal })), 'groups_same_person');
  value(await confirmGroups(place.by(governance), { proposal }));
  assert.equal(code(await confirmGroups(place.by(governance), { proposal })), 'groups_confirmed');
});

test('the consultation starts on a hashed snapshot, a frozen rule, and somebody to knock at every entrance', async () => {
  const { place, worker, governance, party, proposal } = await scoped();
  value(await nameGroups(place.by(worker), { proposal, groups: [above(place), below(place)] }));
  assert.equal(code(await startConsultation(place.by(worker), { proposal })), 'not_allowed');
  assert.equal(code(await startConsultation(place.by(party), { proposal, standIn: worker })), 'groups_unconfirmed');
  value(await confirmGroups(place.by(governance), { proposal }));
  await place.captain(place.entrance('14', 1), place.entrance('14', 2));
  assert.equal(code(await startConsultation(place.by(party), { proposal })), 'entrance_without_captain');
  assert.equal(
    code(await startConsultation(place.by(party), { proposal, standIn: party })),
    'entrance_without_captain',
  );
  const done = value(await startConsultation(place.by(party), { proposal, standIn: worker }));
  assert.equal(done.households, 24 + 12);
  const now = await row(place);
  assert.equal(now?.state, 'consulting');
  assert.equal(now?.hash?.length, 32);
  assert.deepEqual((now?.rule as { reach: number[] } | undefined)?.reach, [2, 3]);
  const letters = await sql(`select 1 from letter where community_id = $1 and kind = 'consultation_started'`, [
    place.communityId,
  ]);
  assert.equal(letters.length, 36);
});

test('groups changed after the start void the open round and go back to be confirmed', async () => {
  const { place, worker, governance, party, proposal } = await scoped();
  value(await nameGroups(place.by(worker), { proposal, groups: [above(place), below(place)] }));
  value(await confirmGroups(place.by(governance), { proposal }));
  value(await startConsultation(place.by(party), { proposal, standIn: worker }));
  await sql(
    `insert into plan (community_id, proposal_id, version, title, state, drafted_by)
       select community_id, id, 1, '第一稿', 'published', $2 from proposal where community_id = $1`,
    [place.communityId, worker],
  );
  await sql(
    `insert into round (community_id, no, proposal_id, k, plan_version, opens_at, closes_at, opened_by)
       select community_id, 1, id, 1, 1, now(), now() + interval '7 days', $2 from proposal where community_id = $1`,
    [place.communityId, worker],
  );
  const fewer = await nameGroups(place.by(governance), { proposal, groups: [above(place)] });
  assert.equal(code(fewer), 'group_in_use');
  const wider = { ...below(place), places: [`building:${place.buildingId('15')}`] };
  assert.equal(value(await nameGroups(place.by(governance), { proposal, groups: [above(place), wider] })).voided, 1);
  assert.deepEqual(await row(place), { state: 'scoping', rule: null, hash: null, by: null });
  assert.deepEqual(await sql('select state from round where community_id = $1', [place.communityId]), [
    { state: 'void' },
  ]);
  value(await confirmGroups(place.by(worker), { proposal }));
  assert.equal(value(await startConsultation(place.by(party), { proposal, standIn: worker })).households, 48);
});

test('a legal gate is signed by a secretary: satisfied with evidence and a day, or not applicable with a reason', async () => {
  const { place, worker, party, proposal } = await scoped();
  const gate = { proposal, gate: 'greening_permit', outcome: 'satisfied', evidence: '京绿许字（虚构）第1号' };
  assert.equal(code(await decideGate(place.by(worker), { ...gate, decidedOn: '2022-06-01' })), 'not_allowed');
  assert.equal(code(await decideGate(place.by(party), gate)), 'invalid');
  assert.equal(code(await decideGate(place.by(party), { ...gate, decidedOn: '2999-06-01' })), 'invalid');
  assert.equal(
    code(await decideGate(place.by(party), { ...gate, gate: 'lift_inspection', decidedOn: '2022-06-01' })),
    'not_found',
  );
  value(await decideGate(place.by(party), { ...gate, decidedOn: '2022-06-01' }));
  const none = { proposal, gate: 'common_green', outcome: 'not_applicable', evidence: '不改变绿地用途' };
  value(await decideGate(place.by(party), none));
  const gates = await sql('select state from legal_gate where community_id = $1 and signer_id = $2 order by id', [
    place.communityId,
    party,
  ]);
  assert.deepEqual(gates, [{ state: 'not_applicable' }, { state: 'satisfied' }]);
});
