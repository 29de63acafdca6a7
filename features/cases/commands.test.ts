import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { joinCase } from '@/features/orders/commands/household';
import { addEntry } from '@/features/orders/commands/lists';
import { homeToJoin } from '@/features/orders/queries/joining';
import { myCase } from '@/features/orders/queries/mine';
import { saveDraft } from '@/features/proposals/commands/draft';
import { boardStory } from '@/features/story/queries';
import type { Result } from '@/lib/result';
import { makeConsultation } from '@/tests/consultation';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { submitProposal } from '@/tests/shown';
import { linkCase, postCase, recordCase, unlinkCase } from './commands';
import { boardCase, boardCases, deskCase, similarCases } from './queries';
import { caseChoices, doorCaseChoices } from './queries/choices';

after(closeAll);

const value = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
  return result.value;
};
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const fall = {
  kind: 'complaint',
  source: 'walk_in',
  title: '土坡路滑，老人摔倒',
  words: '我妈今年摔了三回',
  place: '14号楼和15号楼之间',
  complainant: '刘女士',
  phone: '13800000000',
};

test('who may write down whose case', async () => {
  const place = await makeCommunity();
  const household = place.household('14', 0);
  const resident = await place.resident(household);
  const captain = await place.captain(place.entrance('15', 1));
  assert.equal(value(await recordCase(place.by(resident), { ...fall, household })).no, 1);
  assert.deepEqual(await sql('select source from cases where community_id = $1', [place.communityId]), [
    { source: 'web' },
  ]);
  const no = 1;
  assert.equal(await boardCase(place.slug, { no }), undefined, 'nobody has looked yet');
  assert.deepEqual((await myCase(place.by(resident), { no }))?.hangs, null);
  const post = (by: number) => postCase(place.by(by), { case: no, title: '土坡路滑', place: '14号楼前' });
  assert.equal(code(await post(resident)), 'not_allowed');
  const looks = await place.staff('social-worker');
  value(await post(looks));
  assert.equal(code(await post(looks)), 'already_posted');
  const hung = await boardCase(place.slug, { no });
  assert.deepEqual([hung?.title, hung?.place], ['土坡路滑', '14号楼前']);
  assert.equal(await myCase(place.by(looks), { no }), undefined);
  const told = await sql('select kind from letter where community_id = $1 order by id', [place.communityId]);
  assert.deepEqual(told, [{ kind: 'case_received' }, { kind: 'case_posted' }]);
  assert.equal(code(await recordCase(place.by(resident), fall)), 'not_allowed');
  assert.equal(code(await recordCase(place.by(captain), { ...fall, household })), 'not_allowed');
  value(await recordCase(place.by(captain), { ...fall, household: place.household('15', 0) }));
  value(await recordCase(place.by(captain), { ...fall, building: place.buildingId('15') }));
  assert.equal(code(await recordCase(place.by(captain), { ...fall, building: place.buildingId('14') })), 'not_allowed');
  value(await recordCase(place.by(await place.staff('hotline')), { ...fall, source: '12345', externalNo: 'A1' }));
  const again = await recordCase(place.by(await place.staff('hotline')), {
    ...fall,
    source: '12345',
    externalNo: 'A1',
  });
  assert.equal(code(again), 'external_no_known');
  assert.equal(code(await recordCase(place.by(await place.outsider()), { ...fall, household })), 'not_allowed');
});

test('a title names nobody', async () => {
  const place = await makeCommunity();
  const worker = await place.staff('social-worker');
  for (const title of ['刘女士摔倒', '打13800000000找我']) {
    assert.equal(code(await recordCase(place.by(worker), { ...fall, title })), 'names_a_person');
  }
});

test('two sides at one place stand beside each other on the board, without a word of who said it', async () => {
  const place = await makeCommunity();
  const worker = await place.staff('social-worker');
  const author = await place.resident(place.household('14', 0));
  const words = { kind: 'path_green', title: '修台阶路', place: '土坡', problem: '滑', ask: '修一条路' };
  const { draft } = value(await saveDraft(place.by(author), words));
  const { proposal } = value(await submitProposal(place.by(author), { draft }));
  const one = value(await recordCase(place.by(worker), { ...fall, building: place.buildingId('14') }));
  const two = value(
    await recordCase(place.by(worker), { ...fall, title: '窗下走人太吵', building: place.buildingId('15') }),
  );
  value(await linkCase(place.by(worker), { case: one.no, proposal, side: 'for' }));
  assert.deepEqual((await boardCases(place.slug, { after: null }))?.opposing, []);
  assert.equal(code(await linkCase(place.by(author), { case: two.no, proposal, side: 'against' })), 'not_allowed');
  value(await linkCase(place.by(worker), { case: two.no, proposal, side: 'for' }));
  value(await linkCase(place.by(worker), { case: two.no, proposal, side: 'against' }));
  const board = await boardCases(place.slug, { after: null });
  const [pair] = board?.opposing ?? [];
  assert.deepEqual(
    [pair?.for.map((c) => c.title), pair?.against.map((c) => c.title)],
    [[fall.title], ['窗下走人太吵']],
  );
  assert.doesNotMatch(JSON.stringify(board), /刘女士|138|摔了三回/);
  assert.equal((await boardCases(place.slug, { after: 2 }))?.cases.length, 1);

  assert.equal((await deskCase(place.by(worker), { no: 1 }))?.words, fall.words);
  assert.equal(await deskCase(place.by(await place.staff('property')), { no: 1 }), undefined);
  assert.equal(await deskCase(place.by(author), { no: 1 }), undefined);
});

test('of the cases of a group only those that hang on the board are counted there', async () => {
  const here = await makeConsultation();
  const worker = here.by(here.worker);
  await sql(
    `insert into group_place (community_id, group_id, building_id)
     select community_id, id, $2 from affected_group where community_id = $1 and position = 1`,
    [here.communityId, here.buildingId('14')],
  );
  const counted = async () => (await boardStory(here.slug, { no: 1 }))?.groups.map(({ name, cases }) => [name, cases]);
  const before = await counted();
  const own = { ...fall, building: here.buildingId('14'), household: here.household('14', 2) };
  const { no } = value(await recordCase(here.by(await here.resident(own.household)), { ...own, source: 'web' }));
  value(await linkCase(worker, { case: no, proposal: 1, side: 'for' }));
  assert.deepEqual(await counted(), before, 'nobody has looked at it yet');
  value(await postCase(worker, { case: no, title: '土坡路滑', place: '14号楼前' }));
  assert.notDeepEqual(await counted(), before);
});

test('the first page holds the latest places where two sides stand, and says when there are more', async () => {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  const author = place.by(await place.resident(place.household('14', 0)));
  const places: number[] = [];
  for (const title of ['土坡', '车棚', '长廊', '球场']) {
    const words = { kind: 'path_green', title, place: title, problem: '不便', ask: '改一改' };
    const { draft } = value(await saveDraft(author, words));
    const { proposal } = value(await submitProposal(author, { draft }));
    for (const side of ['for', 'against']) {
      const { no } = value(await recordCase(worker, { ...fall, title: `${title}的话`, place: title }));
      value(await linkCase(worker, { case: no, proposal, side }));
    }
    const board = await boardCases(place.slug, { after: null });
    places.unshift(proposal);
    assert.deepEqual(
      board?.opposing.map((pair) => pair.proposal),
      places.slice(0, 3),
    );
    assert.equal(board?.olderPairs, places.length > 3);
  }
});

test('a number one can be rung back at, kept without spaces; nothing shorter', async () => {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  for (const phone of ['12', '1380000000', '138000000000', '61720000', '热线']) {
    const refused = await recordCase(worker, { ...fall, phone });
    assert.ok(!refused.ok && refused.refusal.fieldErrors?.phone === 'telephone', phone);
  }
  const numbers = { '': '', '+86 138 0000 0000': '13800000000', '010-61720000': '01061720000' };
  for (const [phone, digits] of Object.entries(numbers)) {
    const { no } = value(await recordCase(worker, { ...fall, phone }));
    const kept =
      'select t.phone from case_content t join cases k on k.community_id = t.community_id and k.id = t.case_id';
    assert.deepEqual(await sql(`${kept} where k.community_id = $1 and k.no = $2`, [place.communityId, no]), [
      { phone: digits },
    ]);
  }
});

test('the hotline reads a case and is not offered to put it with a proposal', async () => {
  const place = await makeCommunity();
  const hotline = place.by(await place.staff('hotline'));
  const worker = place.by(await place.staff('social-worker'));
  const { no } = value(await recordCase(hotline, { ...fall, source: '12345' }));
  assert.equal((await deskCase(hotline, { no }))?.mayLink, false);
  assert.equal((await deskCase(worker, { no }))?.mayLink, true);
});

test('a case put with the wrong proposal is taken out: with a reason on the board, and its household is told', async () => {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  const household = place.household('14', 0);
  const author = await place.resident(household);
  const words = { kind: 'path_green', title: '修台阶路', place: '土坡', problem: '滑', ask: '修一条路' };
  const { draft } = value(await saveDraft(place.by(author), words));
  const { proposal } = value(await submitProposal(place.by(author), { draft }));
  const { no } = value(await recordCase(worker, { ...fall, household }));
  const out = { case: no, proposal, reason: '说的是另一处的坡' };
  assert.equal(code(await unlinkCase(worker, out)), 'not_linked');
  value(await linkCase(worker, { case: no, proposal, side: 'for' }));
  assert.equal(code(await unlinkCase(place.by(author), out)), 'not_allowed');
  assert.equal(code(await unlinkCase(place.by(await place.staff('hotline')), out)), 'not_allowed');
  assert.equal(code(await unlinkCase(worker, { ...out, reason: '刘女士说错了' })), 'reason_names_a_person');
  assert.equal((await deskCase(worker, { no }))?.links[0]?.removal, null);
  const state = (to: string) => sql('update proposal set state = $2 where community_id = $1', [place.communityId, to]);
  await state('signed_off');
  assert.equal(code(await unlinkCase(worker, out)), 'counted_on');
  assert.equal((await deskCase(worker, { no }))?.links[0]?.removal?.code, 'counted_on');
  await state('noticed');
  value(await unlinkCase(worker, out));
  assert.deepEqual((await boardCase(place.slug, { no }))?.links, []);
  const events = `select kind, reason, detail from proposal_event where community_id = $1 and kind = 'case_unlinked'`;
  assert.deepEqual(await sql(events, [place.communityId]), [
    { kind: 'case_unlinked', reason: out.reason, detail: { case: no } },
  ]);
  const letters = `select household_id as household, about_kind as about, about_no as no, detail from letter
    where community_id = $1 and kind = 'case_unlinked'`;
  assert.deepEqual(await sql(letters, [place.communityId]), [
    { household, about: 'proposal', no: proposal, detail: { title: fall.title } },
  ]);
});

test('what is like one that hangs and nobody has answered yet is offered, wherever it is; nothing that hides or is done', async () => {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  const resident = await place.resident(place.household('14', 0));
  const alike = async (title: string, at = '14号楼') =>
    (await similarCases(place.by(resident), { title, place: at }))?.map(({ no }) => no);
  const lamp = value(await recordCase(worker, { ...fall, title: '楼道里的灯不亮', place: '14号楼2单元' })).no;
  value(await recordCase(worker, { ...fall, title: '顶楼漏水', place: '14号楼2单元' }));
  const hidden = { ...fall, title: '楼道里的灯不亮了', household: place.household('14', 0) };
  value(await recordCase(place.by(resident), hidden));
  assert.deepEqual(await alike('我家楼道里的灯不亮'), [lamp]);
  assert.deepEqual(await alike('电动车没处充电'), [], 'one place is not one matter');
  assert.deepEqual(await alike('%_%_'), []);
  await sql(`update cases set state = 'replied' where community_id = $1 and no = $2`, [place.communityId, lamp]);
  assert.deepEqual(await alike('我家楼道里的灯不亮'), []);
  assert.equal(await similarCases(place.by(await place.outsider()), { title: '灯不亮', place: '' }), undefined);
});

test('what somebody comes to say is their household’s, by building, entrance and door: it hears of it and says whether it is solved', async () => {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  const home = place.household('14', 0);
  const resident = await place.resident(home);
  const said = { ...fall, source: 'telephone', building: place.buildingId('14') };
  for (const [told, why] of [
    ['9-101', 'no_such_home'],
    ['101', 'several_such_homes'],
    ['三单元', 'no_such_home'],
  ] as const) {
    const refused = await recordCase(worker, { ...said, home: told });
    assert.ok(!refused.ok && refused.refusal.fieldErrors?.home === why, told);
  }
  const { no } = value(await recordCase(worker, { ...said, home: '１单元１０１室' }));
  const kept = `select source, household_id as household from cases where community_id = $1 and no = $2`;
  assert.deepEqual(await sql(kept, [place.communityId, no]), [{ source: 'telephone', household: home }]);
  const mine = await myCase(place.by(resident), { no });
  assert.deepEqual([mine?.ours, mine?.standing.state], [true, 'received']);
  const { no: named } = value(await recordCase(worker, { ...fall, title: '灯不亮', home: '14-1-101' }));
  assert.equal((await myCase(place.by(resident), { no: named }))?.ours, true);
  const stranger = place.by(await place.resident(place.household('14', 1)));
  for (const told of ['1-101', '9-101'])
    assert.equal(
      code(await recordCase(stranger, { ...said, home: told })),
      'not_allowed',
      'nobody asks by it who lives where',
    );
});

test('a captain writes down at the door what a home says, or what is of the whole entrance; not of another', async () => {
  const place = await makeCommunity();
  const home = place.home(place.household('14', 0));
  const captain = place.by(await place.captain(home.entranceId));
  const choices = await doorCaseChoices(captain, {});
  assert.ok(choices?.homes.length && choices.homes.every((one) => one.building === '14' && one.entrance === 1));
  assert.equal(await doorCaseChoices(place.by(await place.resident(home.householdId)), {}), undefined);
  const heard = { ...fall, source: 'door', home: '' };
  const { no } = value(await recordCase(captain, { ...heard, household: home.householdId }));
  const { no: whole } = value(await recordCase(captain, { ...heard, title: '楼道灯不亮' }));
  const rows = await sql(
    `select no, source, household_id as household, building_id as building, posted_at is null as waits from cases
      where community_id = $1 order by no`,
    [place.communityId],
  );
  const common = { source: 'door', building: place.buildingId('14'), waits: true };
  assert.deepEqual(rows, [
    { no, household: home.householdId, ...common },
    { no: whole, household: null, ...common },
  ]);
  assert.equal(code(await recordCase(captain, { ...heard, household: place.household('15', 0) })), 'not_allowed');
});

test('a case is put in the tree by whoever writes it, where they know; in a place that is still there', async () => {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  const home = place.household('14', 0);
  const resident = place.by(await place.resident(home));
  value(await addEntry(worker, { list: 'category', name: '路灯' }));
  const [category] = (await caseChoices(resident, {}))?.categories.filter(({ name }) => name === '路灯') ?? [];
  const own = { ...fall, source: 'web', household: home, categoryId: category?.id };
  const { no } = value(await recordCase(resident, own));
  assert.deepEqual(
    await sql('select category_id as id from cases where community_id = $1 and no = $2', [place.communityId, no]),
    [{ id: category?.id }],
  );
  const refused = await recordCase(resident, { ...own, categoryId: 999_999 });
  assert.ok(!refused.ok && refused.refusal.fieldErrors?.categoryId === 'choose_one');
});

test('who writes down what another home says joins for that home alone', async () => {
  const place = await makeCommunity();
  const person = await place.staff('social-worker');
  const worker = place.by(person);
  const home = place.home(place.household('14', 1));
  const { no } = value(await recordCase(worker, fall));
  assert.equal((await homeToJoin(worker, { household: String(home.householdId) }))?.door, home.door);
  const captain = place.by(await place.captain(place.home(place.household('15', 0)).entranceId));
  assert.equal(await homeToJoin(worker, { household: 'x' }), undefined);
  assert.equal(await homeToJoin(captain, { household: String(home.householdId) }), undefined, 'not one of theirs');
  value(await joinCase(worker, { case: no, household: home.householdId }));
  assert.deepEqual(
    await sql('select household_id as id, person_id as by from case_join where community_id = $1', [place.communityId]),
    [{ id: home.householdId, by: person }],
  );
});

test('what is said of another place holds nobody up who says where; who chose the place from the list has said it', async () => {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  value(await recordCase(worker, { ...fall, title: '楼道里的灯不亮', place: '南路' }));
  const resident = place.by(await place.resident(place.household('14', 0)));
  const elsewhere = async (said: { place: string; at?: string }) =>
    (await similarCases(resident, { title: '楼道里的灯不亮', ...said }))?.map((one) => one.elsewhere);
  assert.deepEqual(await elsewhere({ place: '', at: `entrance-${place.entrance('14', 1)}` }), [true]);
  assert.deepEqual(await elsewhere({ place: '14号楼' }), [true]);
  assert.deepEqual(await elsewhere({ place: '南路东头' }), [false]);
  assert.deepEqual(await elsewhere({ place: '' }), [false]);
});
