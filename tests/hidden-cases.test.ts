import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { exportOfMe } from '@/features/account/queries';
import { linkCase, postCase, recordCase } from '@/features/cases/commands';
import { takeDownCase } from '@/features/cases/commands/down';
import { boardCase, deskCase } from '@/features/cases/queries';
import { deskToday } from '@/features/desk/queries';
import { myBrought } from '@/features/me/queries/brought';
import { mergeCase, reworkCase } from '@/features/orders/commands/end';
import { assignCase, assistCase, dispatchCase, dispatchCases } from '@/features/orders/commands/give';
import { joinCase, nudgeCase } from '@/features/orders/commands/household';
import { contactCase, handleCase, replyCase, signCase, whistleCase } from '@/features/orders/commands/work';
import { stepForm } from '@/features/orders/queries/choices';
import { deskDay } from '@/features/orders/queries/day';
import { feedOf } from '@/features/orders/queries/feed';
import { myCase } from '@/features/orders/queries/mine';
import { orderPage } from '@/features/orders/queries/one';
import { filterFrom } from '@/features/orders/rules/filter';
import { closeAll, sql } from '@/tests/fixture';
import { code, given, inHand, leak, office, value } from '@/tests/office';

after(closeAll);

const RAW = '刘桂芬家301漏水';
const WORDS = '我是301的刘桂芬，打给我';

/** What a resident wrote, with the property service; nobody has posted it. */
async function withProperty() {
  const of = await office();
  const home = of.place.household('14', 0);
  const resident = await of.place.resident(home);
  const { no } = value(await recordCase(of.by(resident), { ...leak, title: RAW, place: '14号楼301', household: home }));
  const to = { case: no, agency: of.agency('物业'), tier: of.tier(7) };
  value(await dispatchCase(of.by(of.worker), { ...to, words: '看看顶层为什么滴水' }));
  return { of, resident, no };
}

test('attack 16: the property service is told by nothing who complained, nor in whose words', async () => {
  const { of, resident, no } = await withProperty();
  value(await nudgeCase(of.by(resident), { case: no, words: WORDS }));
  const name = (await sql<{ name: string }>('select name from person where id = $1', [resident]))[0]?.name ?? '';
  assert.ok(name);
  await sql('update cases set handler_id = $2 where community_id = $1', [of.place.communityId, of.property]);
  const secret = await sql<{ secret: string }>(
    'insert into calendar_feed (community_id, person_id) values ($1, $2) returning secret',
    [of.place.communityId, of.property],
  );
  const calendar = () =>
    feedOf({ by: { visitor: true }, community: of.place.slug }, { secret: secret[0]?.secret ?? '' });
  const told = async () =>
    JSON.stringify([
      await orderPage(of.by(of.property), { no }),
      await deskDay(of.by(of.property), filterFrom({})),
      await stepForm(of.by(of.property), { no, step: 'reply' }),
      await calendar(),
    ]);
  const before = await told();
  for (const one of [RAW, WORDS, name, '刘桂芬', '楼301', '家301']) assert.ok(!before.includes(one), one);
  assert.deepEqual((await deskDay(of.by(of.property), filterFrom({ q: '漏水' })))?.lines, [], 'nor found by it');
  const lines = (await orderPage(of.by(of.property), { no }))?.course.map(({ role }) => role);
  assert.deepEqual(lines, ['reporter', 'social-worker']);
  value(await postCase(of.by(of.worker), { case: no, title: '屋顶漏水', place: '14号楼' }));
  const posted = await told();
  for (const one of [RAW, WORDS, name, '刘桂芬', '楼301', '家301']) assert.ok(!posted.includes(one), one);
  assert.equal((await orderPage(of.by(of.property), { no }))?.title, '屋顶漏水');
  assert.match(JSON.stringify(await calendar()), /屋顶漏水/);
  assert.equal((await deskDay(of.by(of.property), filterFrom({ q: '漏水' })))?.lines.length, 1);
  const read = await orderPage(of.by(of.worker), { no });
  assert.deepEqual([read?.title, read?.course[0]?.words, read?.course[0]?.name], [RAW, WORDS, null]);
});

test('attack 16: whoever joins a case reads what hangs and how far it is, and nobody’s words but their own', async () => {
  const { of, resident, no } = await withProperty();
  value(await postCase(of.by(of.worker), { case: no, title: '屋顶漏水', place: '14号楼' }));
  const neighbour = await of.place.resident(of.place.household('15', 0));
  value(await joinCase(of.by(neighbour), { case: no, words: '我家也是' }));
  value(await nudgeCase(of.by(resident), { case: no, words: WORDS }));
  await sql(`update cases set state = 'handling' where community_id = $1`, [of.place.communityId]);
  const theirs = await myCase(of.by(neighbour), { no });
  assert.deepEqual([theirs?.title, theirs?.place, theirs?.answer], ['屋顶漏水', '14号楼', null]);
  assert.deepEqual(theirs?.course.map(({ words }) => words).filter(Boolean), []);
  const own = await myCase(of.by(resident), { no });
  assert.deepEqual([own?.title, own?.course[0]?.words], [RAW, WORDS]);
  const letters = await sql<{ detail: { title: string } }>(
    `select detail from letter where community_id = $1 and household_id = $2`,
    [of.place.communityId, of.place.household('15', 0)],
  );
  assert.ok(!JSON.stringify(letters).includes('刘桂芬'));
});

test('attack 16: whoever goes on with another case hears of their own, reads the answer, and may say that it is not solved', async () => {
  const of = await office();
  const lead = await inHand(of, {}, { title: '别家写的题目' });
  const home = of.place.household('15', 0);
  const resident = await of.place.resident(home);
  const { no } = value(await recordCase(of.by(resident), { ...leak, title: '我家写的', household: home }));
  value(await dispatchCase(of.by(of.worker), { case: no, agency: of.agency('居委会'), tier: of.tier(7) }));
  value(await mergeCase(of.by(of.worker), { case: no, into: lead, reason: '同一处' }));
  assert.equal(
    code(await reworkCase(of.by(resident), { case: no, reason: '急' })),
    'case_elsewhere',
    'not answered yet',
  );
  assert.equal((await stepForm(of.by(of.worker), { no: lead, step: 'reply' }))?.hears, 1);
  value(await replyCase(of.by(of.worker), { case: lead, words: '屋面补好了。' }));
  const letters = await sql<{ kind: string; about_no: number; detail: { title: string } }>(
    'select kind, about_no, detail from letter where community_id = $1 and person_id = $2 order by id',
    [of.place.communityId, resident],
  );
  assert.deepEqual([...new Set(letters.map(({ detail }) => detail.title))], ['我家写的']);
  assert.deepEqual([letters.at(-1)?.kind, letters.at(-1)?.about_no], ['case_replied', no]);
  const mine = await myCase(of.by(resident), { no });
  assert.deepEqual([mine?.answer?.words, mine?.mayReopen], ['屋面补好了。', true]);
  value(await reworkCase(of.by(resident), { case: no, reason: '我家还漏' }));
  const anew = await orderPage(of.by(of.worker), { no });
  assert.deepEqual([anew?.standing.state, anew?.lead, anew?.into], ['rework', '居委会', null]);
  assert.equal(
    (await orderPage(of.by(of.worker), { no: lead }))?.standing.state,
    'replied',
    'the other stays answered',
  );
});

test('attack 16: no act of whoever is complained of finds the case, by itself or beside another', async () => {
  const of = await office();
  const worker = await of.place.staff('social-worker');
  const hidden = await given(of, { against: worker });
  const other = await given(of);
  const nowhere = 4711;
  const post = (no: number) => postCase(of.by(worker), { case: no, title: '没这事', place: '14号楼' });
  const link = (no: number) => linkCase(of.by(worker), { case: no, proposal: 1, side: 'for' });
  const merge = (no: number) => mergeCase(of.by(worker), { case: other, into: no, reason: '一回事' });
  const into = (no: number) => mergeCase(of.by(worker), { case: no, into: other, reason: '一回事' });
  const bulk = (no: number) => assignCase(of.by(worker), { cases: [other, no], handler: of.worker });
  for (const act of [post, link, merge, into, bulk])
    assert.deepEqual([code(await act(hidden)), code(await act(nowhere))], ['not_found', 'not_found']);
  assert.equal(await deskCase(of.by(worker), { no: hidden }), undefined);
});

test('attack 16: what is brought against an office goes by no way into its hands', async () => {
  const of = await office();
  const against = await given(of, { againstAgency: of.agency('物业') });
  const theirs = await given(of, { agency: of.agency('物业') });
  const by = of.by(of.worker);
  assert.equal(code(await mergeCase(by, { case: against, into: theirs, reason: '一处' })), 'complained_of');
  assert.equal(code(await mergeCase(by, { case: theirs, into: against, reason: '一处' })), 'complained_of');
  const [second] = await sql<{ id: number }>(
    `insert into agency (community_id, name, role) values ($1, '物业二部', 'property') returning id`,
    [of.place.communityId],
  );
  const call = { case: against, agency: second?.id ?? 0, reason: '去看看' };
  assert.equal(code(await assistCase(by, call)), 'complained_of');
  await sql(`update cases set state = 'handling', handler_id = $2 where community_id = $1 and no = $3`, [
    of.place.communityId,
    of.worker,
    against,
  ]);
  const lead = await inHand(of);
  value(
    await mergeCase(by, { case: await given(of, { againstAgency: of.agency('物业') }), into: lead, reason: '一处' }),
  );
  for (const agency of [of.agency('物业'), second?.id ?? 0]) {
    assert.equal(
      code(await whistleCase(by, { case: lead, agency, reason: '去看看' })),
      'complained_of',
      'with what went on with it',
    );
    assert.equal(code(await assistCase(by, { case: lead, agency, reason: '帮忙' })), 'complained_of');
  }
});

test('who helps with a case finds it, and of what it went on with only what they may read', async () => {
  const of = await office();
  const [one, hidden] = [await inHand(of), await given(of)];
  value(await assistCase(of.by(of.worker), { case: one, agency: of.agency('物业'), reason: '开门' }));
  assert.equal((await orderPage(of.by(of.property), { no: one }))?.no, one);
  assert.deepEqual(
    (await deskDay(of.by(of.property), filterFrom({})))?.lines.map(({ no }) => no),
    [one],
  );
  value(await mergeCase(of.by(of.worker), { case: one, into: hidden, reason: '一处' }));
  const page = await orderPage(of.by(of.property), { no: one });
  assert.deepEqual([page?.into, page?.course[0]?.into], [null, null]);
  assert.equal((await orderPage(of.by(of.worker), { no: one }))?.into, hidden);
});

test('attack 16: what one joined is one’s own list and copy of one’s data as it hangs', async () => {
  const { of, resident, no } = await withProperty();
  value(await postCase(of.by(of.worker), { case: no, title: '屋顶漏水', place: '14号楼' }));
  const neighbour = await of.place.resident(of.place.household('15', 0));
  value(await joinCase(of.by(neighbour), { case: no, words: '我家也是' }));
  value(await nudgeCase(of.by(resident), { case: no, words: WORDS }));
  const titles = async (person: number) => (await myBrought(person, { after: null })).brought.map(({ title }) => title);
  assert.deepEqual([await titles(neighbour), await titles(resident)], [['屋顶漏水'], [RAW]]);
  const copy = JSON.stringify(await exportOfMe(neighbour, undefined));
  assert.ok(copy.includes('我家也是'));
  for (const one of [RAW, WORDS]) assert.ok(!copy.includes(one), one);
});

test('attack 16: the desk asks nobody about a case that is brought against them', async () => {
  const of = await office();
  const worker = await of.place.staff('social-worker');
  const { no } = value(await recordCase(of.by(of.hotline), leak));
  await sql('update cases set posted_at = null where community_id = $1', [of.place.communityId]);
  const asked = async () =>
    (await deskToday(of.by(worker), {}))?.lines.some((line) => line.act === 'posting' && line.path[1] === no);
  assert.equal(await asked(), true);
  await sql('update cases set against_id = $2 where community_id = $1', [of.place.communityId, worker]);
  assert.equal(await asked(), false);
});

test('attack 16: a form is taken by the capacity of whoever sends it, and hangs once a second person has looked', async () => {
  const of = await office();
  const home = of.place.household('14', 0);
  const resident = await of.place.resident(home);
  const captain = await of.place.captain(of.place.entrance('14', 1));
  const forged = { ...leak, source: 'door', externalNo: 'A-1', category: '别人的话', household: home };
  const kept = async (person: number) => {
    const { no } = value(await recordCase(of.by(person), forged));
    const [row] = await sql(
      `select k.source, k.external_no, k.category, k.posted_at is not null as hangs, t.complainant, t.phone from cases k
        join case_content t on t.community_id = k.community_id and t.case_id = k.id where k.community_id = $1 and k.no = $2`,
      [of.place.communityId, no],
    );
    return row;
  };
  const nothing = { external_no: null, category: '', hangs: false };
  assert.deepEqual(await kept(resident), { source: 'web', ...nothing, complainant: '', phone: '' });
  const { complainant, phone } = leak;
  assert.deepEqual(await kept(captain), { source: 'door', ...nothing, complainant, phone });
  const { no } = value(await recordCase(of.by(of.hotline), leak));
  assert.equal((await deskCase(of.by(of.hotline), { no }))?.postedAt, null, 'nobody else has looked');
  const own = (more: object) => recordCase(of.by(of.worker), { ...leak, ...more });
  for (const place of ['14号楼2单元301', '14号楼301室', '14-2-301', '3门'])
    assert.equal(code(await own({ place })), 'names_a_door', place);
  assert.equal(code(await own({ place: '打13800000000找我' })), 'place_names_a_person');
  for (const place of ['14号楼2单元', '东门口', '地下室', '14号楼南门'])
    assert.equal((await deskCase(of.by(of.worker), { no: value(await own({ place })).no }))?.postedAt === null, false);
  const post = (more: object) => postCase(of.by(of.worker), { case: no, title: '楼道漏水', place: '14号楼', ...more });
  assert.equal(code(await post({ place: '2单元301' })), 'names_a_door');
  assert.equal(code(await post({ title: '301室漏水' })), 'names_a_door');
  const down = (person: number) => takeDownCase(of.by(person), { case: no, reason: '写到人了' });
  assert.equal(code(await down(of.worker)), 'not_hanging');
  value(await post({}));
  assert.equal((await boardCase(of.place.slug, { no }))?.title, '楼道漏水');
  assert.equal(code(await down(of.hotline)), 'not_allowed');
  value(await down(of.worker));
  assert.equal(await boardCase(of.place.slug, { no }), undefined);
  value(await post({ title: '楼道顶上漏水' }));
  assert.equal((await boardCase(of.place.slug, { no }))?.title, '楼道顶上漏水');
});

test('whoever wrote a case down does not take it down alone; its reporter is told why, and reads that it goes on', async () => {
  const of = await office();
  const down = (person: number, no: number) => takeDownCase(of.by(person), { case: no, reason: '写到了邻居' });
  const own = value(await recordCase(of.by(of.worker), { ...leak, place: '东门口' })).no;
  assert.equal((await deskCase(of.by(of.worker), { no: own }))?.hanging?.code, 'second_person');
  assert.equal(code(await down(of.worker, own)), 'second_person');
  value(await down(await of.place.staff('party-secretary'), own));
  assert.equal(await boardCase(of.place.slug, { no: own }), undefined);

  const home = of.place.household('14', 0);
  const reporter = await of.place.resident(home);
  const no = value(await recordCase(of.by(reporter), { ...leak, household: home })).no;
  value(await postCase(of.by(of.worker), { case: no, title: '楼道漏水', place: '14号楼' }));
  value(await down(of.worker, no));
  const told = await sql<{ detail: object }>(
    `select detail from letter where community_id = $1 and kind = 'case_taken_down' and person_id = $2`,
    [of.place.communityId, reporter],
  );
  assert.deepEqual(
    told.map(({ detail }) => detail),
    [{ title: '楼道漏水', reason: '写到了邻居' }],
  );
});

test('attack 16: the property service is told what is to be done and where, in words of an office that name nobody', async () => {
  const of = await office();
  const home = of.place.household('14', 0);
  const resident = await of.place.resident(home);
  const name = (await sql<{ name: string }>('select name from person where id = $1', [resident]))[0]?.name ?? '';
  const said = { ...leak, title: '楼道灯不亮', place: '14号楼1单元', household: home };
  const { no } = value(await recordCase(of.by(resident), said));
  assert.equal((await stepForm(of.by(of.worker), { no, step: 'dispatch' }))?.matter, '楼道灯不亮 · 14号楼1单元');
  const to = { case: no, agency: of.agency('物业'), tier: of.tier(7) };
  const give = async (words: string) => {
    const given = await dispatchCase(of.by(of.worker), { ...to, words });
    return given.ok ? 'ok' : [given.refusal.code, Object.keys(given.refusal.fieldErrors ?? {})];
  };
  assert.deepEqual(await give(''), ['say_matter', ['words']]);
  assert.deepEqual(await give(`去${name}那儿看灯`), ['matter_names_a_person', ['words']]);
  assert.deepEqual(await give('去14号楼301换灯'), ['matter_names_a_door', ['words']]);
  const many = await dispatchCases(of.by(of.worker), { cases: [no], agency: to.agency, tier: to.tier });
  assert.equal(code(many), 'say_matter');
  assert.equal(await give('换楼道灯，14号楼1单元'), 'ok');
  const [line] = (await deskDay(of.by(of.property), filterFrom({})))?.lines ?? [];
  assert.equal(line?.title, '换楼道灯，14号楼1单元');
  assert.equal((await orderPage(of.by(of.property), { no }))?.title, '换楼道灯，14号楼1单元');
  assert.equal((await deskDay(of.by(of.property), filterFrom({ q: '楼道灯' })))?.lines.length, 1, 'and found by it');
});

test('who may not see the number rings nobody: the property service begins at the place', async () => {
  const of = await office();
  const no = await given(of, { agency: of.agency('物业') });
  const call = of.by(of.property);
  value(await signCase(call, { case: no }));
  assert.equal((await orderPage(call, { no }))?.steps[0], 'handle');
  assert.equal(code(await contactCase(call, { case: no, reached: 'yes' })), 'not_allowed');
  value(await handleCase(call, { case: no, words: '带了灯泡去' }));
  const own = await given(of);
  value(await signCase(of.by(of.worker), { case: own }));
  assert.equal(code(await handleCase(of.by(of.worker), { case: own })), 'case_elsewhere', 'who can, rings first');
});
