import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { myLetters } from '@/features/me/queries';
import { noteNeed } from '@/features/visits/commands/need';
import { recordVisit } from '@/features/visits/commands/visit';
import { myVisits } from '@/features/visits/queries/mine';
import { doorNeed, unlistedNeeds } from '@/features/visits/queries/need';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import {
  addDemand,
  addMember,
  claimDemand,
  endMember,
  offerResource,
  withdrawDemand,
  withdrawResource,
} from './commands/lists';
import { endProject, explainReview, reportStep, reviewProject, startProject } from './commands/projects';
import { boardCouncil, boardList, boardProject, type ResourceLine } from './queries/board';
import { deskCouncil, ownProject } from './queries/desk';

after(closeAll);

async function begun() {
  const here = await makeCommunity();
  here.at('2022-03-10T10:00');
  const worker = await here.staff('social-worker');
  const secretary = await here.staff('party-secretary');
  const household = here.household('14', 0);
  const one = await here.resident(household);
  const join = async (name: string) =>
    value(await addMember(here.by(worker), { name, contactName: '赵经理', contactPhone: '13800001111' })).member;
  const hospital = await join('社区医院');
  const school = await join('附近小学');
  const list = (more: Record<string, unknown> = {}) =>
    addDemand(here.by(worker), { title: '楼道口装扶手', source: 'resident', ...more });
  const start = (demands: number[], more: Record<string, unknown> = {}) =>
    startProject(here.by(worker), {
      title: '给老楼装扶手',
      demands: demands.map(String),
      lead: hospital,
      partners: [String(school)],
      steps: '量尺寸 2022-04-01\n装上 2022-04-20',
      ...more,
    });
  return { here, worker, secretary, household, one, hospital, school, list, start };
}

test('an organisation gives what it has and leaves; whom to ring is read at the desk and nowhere else', async () => {
  const { here, worker, one, hospital, list, start } = await begun();
  assert.equal(code(await addMember(here.by(one), { name: '某店' })), 'not_allowed');
  const { resource } = value(
    await offerResource(here.by(worker), { member: hospital, title: '量血压', words: '周三上午' }),
  );
  const resources = async () => (await boardList(here.slug, { list: 'resources' }))?.rows as ResourceLine[];
  assert.equal((await resources())[0]?.withdrawn, false);
  assert.ok(JSON.stringify(await deskCouncil(here.by(worker), {})).includes('13800001111'));
  const boards = [await boardCouncil(here.slug, {}), await resources()];
  assert.ok(!JSON.stringify(boards).includes('13800001111') && !JSON.stringify(boards).includes('赵经理'));
  value(await withdrawResource(here.by(worker), { resource, reason: '护士调走了' }));
  assert.equal(code(await withdrawResource(here.by(worker), { resource, reason: '护士调走了' })), 'withdrawn_already');
  assert.equal((await resources())[0]?.withdrawn, true, 'it stays as what was');
  const { demand } = value(await list());
  const { project } = value(await start([demand]));
  assert.equal(code(await endMember(here.by(worker), { member: hospital, reason: '搬走了' })), 'leads_a_project');
  here.at('2022-03-11T10:00');
  value(await endProject(here.by(worker), { project, reason: '先停下' }));
  value(await endMember(here.by(worker), { member: hospital, reason: '搬走了' }));
  assert.equal(code(await offerResource(here.by(worker), { member: hospital, title: '量血压' })), 'member_left');
  assert.deepEqual((await boardCouncil(here.slug, {}))?.counts?.members, ['附近小学']);
});

test('a line names its case by the number on the hotline’s sheet, too; all that is wrong with it is said at once', async () => {
  const { here, worker, list } = await begun();
  const told = { kind: 'complaint', source: 'walk_in', title: '扶手松了', words: '一拉就晃', place: '门口' };
  const { no } = value(await recordCase(here.by(worker), told));
  await sql(`update cases set external_no = '热线-220404-000018' where community_id = $1 and no = $2`, [
    here.communityId,
    no,
  ]);
  for (const named of ['热线-220404-000018', '热线 220404 000018', '000018', String(no), `第${no}号`])
    value(await list({ case: named, title: `楼道口装扶手 ${named.length}` }));
  const [from] = await sql<{ n: number }>(
    `select count(*)::int as n from demand d join cases k on k.id = d.case_id where d.community_id = $1 and k.no = $2`,
    [here.communityId, no],
  );
  assert.equal(from?.n, 5);
  const wrong = await list({ case: '热线-1', title: '刘阿姨要扶手', words: '14号楼101室' });
  assert.deepEqual(wrong.ok ? null : wrong.refusal.fieldErrors, {
    title: 'names_a_person',
    words: 'names_a_door',
    case: 'no_such_case',
  });
});

test('a visit’s need goes on the list, is claimed, becomes a project of two, and is reviewed by whose it was', async () => {
  const { here, worker, secretary, household, one, hospital, school, list, start } = await begun();
  const visit = { household, purpose: 'comfort', outcome: 'met', on: '2022-03-10T09:00', place: 'home' };
  value(await recordVisit(here.by(worker), { ...visit, met: '老两口', said: '下楼没有扶的' }));
  const { need } = value(await noteNeed(here.by(worker), { household, wording: '我家楼道口装扶手，刘桂芬腿不好' }));
  assert.equal(code(await list({ need: String(need), title: '刘阿姨要扶手' })), 'names_a_person');
  assert.equal(code(await list({ need: String(need), words: '14号楼101室' })), 'names_a_door');
  const { demand } = value(await list({ need: String(need) }));
  assert.equal(code(await list({ need: String(need), title: '再写一遍' })), 'listed_already');
  const said = JSON.stringify((await boardList(here.slug, { list: 'demands' }))?.rows);
  assert.ok(said.includes('楼道口装扶手') && said.includes('"visit"') && !said.includes('刘桂芬'));
  assert.ok(!said.includes('2022-03-10'), 'the day somebody was there is nobody’s to know');
  const steps = (await doorNeed(here.by(worker), { need }))?.steps;
  assert.deepEqual([steps?.at(-1)?.into, steps?.at(-1)?.no], ['demand', demand]);
  const claim = (member: number) => claimDemand(here.by(worker), { demand, member, brings: '出材料' });
  value(await claim(hospital));
  assert.equal(code(await claim(hospital)), 'claimed_already');
  value(await claim(school));
  assert.equal(code(await start([demand], { steps: '量尺寸' })), 'steps_unclear');
  const { project } = value(await start([demand]));
  assert.equal(code(await start([demand])), 'demand_in_project');
  assert.equal(code(await withdrawDemand(here.by(worker), { demand, reason: '不要了' })), 'demand_in_project');
  here.at('2022-04-25T10:00');
  const report = (position: number, doneOn: string) => reportStep(here.by(worker), { project, position, doneOn });
  assert.equal(code(await report(1, '2022-04-26')), 'not_yet');
  value(await report(1, '2022-04-01'));
  assert.equal(code(await report(1, '2022-04-02')), 'step_done');
  assert.equal(code(await endProject(here.by(worker), { project })), 'why_unfinished');
  const review = (by: number, verdict = 'partly', words = '门口装了，台阶还没有') =>
    reviewProject(here.by(by), { project, verdict, words });
  const neighbour = await here.resident(here.household('15', 0));
  assert.equal(code(await review(neighbour)), 'not_allowed');
  assert.equal(await ownProject(here.by(neighbour), { no: project }), undefined);
  assert.equal(code(await review(worker)), 'second_person');
  assert.equal(code(await review(one, 'partly', '刘阿姨家还没有')), 'names_a_person');
  value(await review(one));
  assert.equal(code(await review(secretary)), 'reviewed_already');
  const [mine] = await myVisits(one, {});
  assert.equal(mine?.needs[0]?.project, project);
  const told = async () => (await boardProject(here.slug, { no: project }))?.reviews;
  const [first] = (await told()) ?? [];
  assert.deepEqual([first?.half, first?.verdict, first?.why], ['2022-1', 'partly', '']);
  value(await explainReview(here.by(worker), { review: first?.id, why: '材料只够一层' }));
  assert.equal(code(await explainReview(here.by(worker), { review: first?.id, why: '再说一遍' })), 'explained_already');
  here.at('2022-07-01T10:00');
  value(await review(secretary, 'done', '都装上了'));
  const [second] = (await told()) ?? [];
  assert.equal(code(await explainReview(here.by(worker), { review: second?.id, why: '没有' })), 'nothing_to_explain');
  assert.equal((await doorNeed(here.by(worker), { need }))?.state, 'open', 'its household closes its need itself');
  const [kept] = await sql<{ n: number }>(
    'select count(*)::int as n from council_review where community_id = $1 and household_id is not null',
    [here.communityId],
  );
  assert.equal(kept?.n, 1);
});

test('what a household needs becomes a project at once, is on the list with it, and leads back from its own page', async () => {
  const { here, worker, one, household, list, start } = await begun();
  const { need } = value(await noteNeed(here.by(worker), { household, wording: '我家楼道口装扶手' }));
  assert.equal(code(await start([])), 'nothing_needed');
  assert.equal(code(await start([], { need: 999_999 })), 'not_found');
  const listed = value(await list({ title: '楼道灯亮一点' })).demand;
  const { project } = value(await start([listed], { need }));
  assert.equal(code(await start([], { need })), 'listed_already');
  assert.equal(code(await list({ need: String(need) })), 'listed_already');
  const board = await boardProject(here.slug, { no: project });
  assert.deepEqual(
    board?.demands.map(({ title }) => title),
    ['楼道灯亮一点', '给老楼装扶手'],
  );
  const last = (await doorNeed(here.by(worker), { need }))?.steps.at(-1);
  assert.deepEqual([last?.into, last?.no], ['project', project]);
  const kinds = (await myLetters(one, { after: null })).letters.map(({ kind }) => kind);
  assert.deepEqual(kinds, ['need_turned', 'need_noted']);
  assert.equal((await ownProject(here.by(one), { no: project }))?.no, project);
});

test('a need that was listed first learns of its project, too; what was off the list before an organisation left keeps its reason', async () => {
  const { here, worker, hospital, household, list, start } = await begun();
  const { need } = value(await noteNeed(here.by(worker), { household, wording: '下楼没有扶的' }));
  const { demand } = value(await list({ need: String(need) }));
  const { project } = value(await start([demand]));
  const steps = (await doorNeed(here.by(worker), { need }))?.steps.map(({ into, no }) => [into, no]);
  assert.deepEqual(steps?.slice(1), [
    ['demand', demand],
    ['project', project],
  ]);
  const { resource } = value(await offerResource(here.by(worker), { member: hospital, title: '量血压' }));
  value(await withdrawResource(here.by(worker), { resource, reason: '护士调走了' }));
  value(await endProject(here.by(worker), { project, reason: '先停下' }));
  value(await endMember(here.by(worker), { member: hospital, reason: '搬走了' }));
  const kept = (await boardList(here.slug, { list: 'resources' }))?.rows as ResourceLine[];
  assert.deepEqual(
    kept.map(({ reason }) => reason),
    ['护士调走了'],
  );
});

test('a list is read in pages, the newest first, and a page that ends nowhere is none', async () => {
  const { here, list } = await begun();
  for (let n = 1; n <= 31; n += 1) value(await list({ title: `第${n}样` }));
  const first = await boardList(here.slug, { list: 'demands' });
  assert.deepEqual([first?.rows.length, first?.next], [30, 2]);
  const second = await boardList(here.slug, { list: 'demands', after: 2 });
  assert.deepEqual(
    second?.rows.map(({ no }) => no),
    [1],
  );
  assert.equal(await boardList(here.slug, { list: 'demands', after: 1 }), undefined);
});

test('a need can be chosen for the list while it is open and on none, by whoever goes to its home', async () => {
  const { here, worker, secretary, household, list } = await begun();
  const { need } = value(await noteNeed(here.by(worker), { household, wording: '晚上楼道口看不见' }));
  const choices = async (by: number) => (await unlistedNeeds(here.by(by), {}))?.map(({ id, wording }) => [id, wording]);
  assert.deepEqual(await choices(worker), [[need, '晚上楼道口看不见']]);
  assert.equal(await choices(secretary), undefined);
  value(await list({ need: String(need) }));
  assert.deepEqual(await choices(worker), []);
});
