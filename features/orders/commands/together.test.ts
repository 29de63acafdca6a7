import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inWords } from '@/lib/in-words';
import { closeAll, sql } from '@/tests/fixture';
import { code, given, inHand, office, value } from '@/tests/office';
import { messages } from '../messages';
import { deskDay } from '../queries/day';
import { orderPage } from '../queries/one';
import { tickedForm } from '../queries/ticked';
import { filterFrom } from '../rules/filter';
import { mergeCase } from './end';
import { addEntry } from './lists';
import { closeCases, replyCases, signCases } from './together';
import { contactCase, replyCase, signCase } from './work';

after(closeAll);

const stands = async (communityId: number) =>
  (await sql<{ state: string }>('select state from cases where community_id = $1 order by no', [communityId])).map(
    ({ state }) => state,
  );

test('a morning’s orders are signed for at once, each by itself in the record of its case, or none of them is', async () => {
  const of = await office();
  const numbers = [await given(of), await given(of), await given(of)];
  const [first = 0] = numbers;
  const theirs = await given(of, { agency: of.agency('物业') });
  assert.equal(code(await signCases(of.by(of.hotline), { cases: numbers })), 'not_allowed');
  assert.equal(code(await signCases(of.by(of.worker), { cases: [...numbers, theirs] })), 'not_allowed');
  value(await signCase(of.by(of.worker), { case: first }));
  const elsewhere = await signCases(of.by(of.worker), { cases: numbers });
  assert.deepEqual(elsewhere.ok ? {} : [elsewhere.refusal.code, elsewhere.refusal.details?.case], [
    'case_elsewhere',
    first,
  ]);
  assert.deepEqual(await stands(of.place.communityId), ['signed', 'dispatched', 'dispatched', 'dispatched']);
  const offered = await tickedForm(of.by(of.worker), { step: 'sign', numbers: [...numbers, theirs] });
  assert.deepEqual(
    [offered?.fit.map(({ no }) => no), offered?.unfit.map(({ no }) => no)],
    [numbers.slice(1), [first, theirs]],
  );
  value(await signCases(of.by(of.worker), { cases: numbers.slice(1) }));
  assert.deepEqual(await stands(of.place.communityId), ['signed', 'signed', 'signed', 'dispatched']);
  const page = await orderPage(of.by(of.worker), { no: numbers[2] ?? 0 });
  assert.equal(page?.standing.handlerId, of.worker);
  assert.equal(page?.course[0]?.step, 'sign');
});

test('whoever was reached is answered at once; answered ones go on to whoever rings back together', async () => {
  const of = await office();
  const call = of.by(of.worker);
  const numbers = [await given(of), await inHand(of)];
  const [first = 0, second = 0] = numbers;
  value(await signCase(call, { case: first }));
  assert.equal(code(await replyCase(call, { case: first, words: '换好了' })), 'case_elsewhere', 'nobody was reached');
  value(await contactCase(call, { case: first, reached: 'yes', words: '当场换了' }));
  value(await replyCase(call, { case: first, words: '换好了' }));
  const page = await orderPage(call, { no: first });
  assert.deepEqual(
    page?.course.slice(0, 3).map(({ step }) => step),
    ['reply', 'handle', 'contact'],
  );
  assert.equal(code(await closeCases(call, { cases: numbers })), 'case_elsewhere');
  value(await replyCase(call, { case: second, words: '补好了' }));
  value(await closeCases(call, { cases: numbers }));
  assert.deepEqual(await stands(of.place.communityId), ['awaiting_callback', 'awaiting_callback']);
});

test('many are answered with the same words, each with its own place and number, or none is, and those that lack a field are named', async () => {
  const of = await office();
  const call = of.by(of.worker);
  const rung = await given(of, {}, { place: '15号楼' });
  value(await signCase(call, { case: rung }));
  const numbers = [await inHand(of), rung, await inHand(of)];
  const [first = 0, , nowhere = 0] = numbers;
  // As a sheet may have it.
  await sql(`update cases set place = '' where community_id = $1 and no = $2`, [of.place.communityId, nowhere]);
  const template = '{称呼}，{地点}的“{事情}”（{编号}）办好了。{单位}';
  const cannot = await replyCases(call, { cases: numbers, words: template });
  assert.deepEqual(cannot.ok ? {} : [cannot.refusal.code, cannot.refusal.details?.case], ['case_elsewhere', rung]);
  value(await contactCase(call, { case: rung, reached: 'yes' }));
  const lacking = await replyCases(call, { cases: numbers, words: template });
  assert.deepEqual(lacking.ok ? {} : [lacking.refusal.code, lacking.refusal.details], [
    'field_left_of',
    { case: nowhere, fields: '{地点}' },
  ]);
  assert.deepEqual(new Set(await stands(of.place.communityId)), new Set(['handling', 'contacted']), 'none was sent');
  assert.equal(code(await replyCases(of.by(of.hotline), { cases: numbers, words: '好了' })), 'not_allowed');

  value(await addEntry(call, { list: 'template', name: '办好了', body: template }));
  const offered = await tickedForm(call, { step: 'reply', numbers });
  assert.deepEqual([offered?.fit.length, offered?.templates.at(-1)?.body], [3, template]);
  value(await replyCases(call, { cases: numbers.slice(0, 2), words: template }));
  assert.deepEqual(await stands(of.place.communityId), ['replied', 'replied', 'handling']);
  const said = async (no: number) => (await orderPage(call, { no }))?.course[0]?.words;
  assert.equal(await said(first), `刘桂芬，14号楼2单元的“楼道顶上漏水”（${first}）办好了。居委会`);
  assert.equal(await said(rung), `刘桂芬，15号楼的“楼道顶上漏水”（${rung}）办好了。居委会`);
});

test('what goes to several homes calls nobody by their name', async () => {
  const of = await office();
  const call = of.by(of.worker);
  const [lead, other] = [
    await inHand(of, {}, { household: of.place.household('14', 0) }),
    await given(of, {}, { household: of.place.household('14', 1) }),
  ];
  value(await mergeCase(call, { case: other, into: String(lead), reason: '同一处漏水' }));
  value(await replyCases(call, { cases: [lead], words: '{称呼}，补好了。' }));
  assert.equal((await orderPage(call, { no: lead }))?.course[0]?.words, '您好，补好了。');
});

test('of many all that cannot go along for the same reason are named at once', async () => {
  const of = await office();
  const numbers = [await given(of), await given(of), await given(of)];
  value(await signCases(of.by(of.worker), { cases: numbers.slice(1) }));
  const refused = await signCases(of.by(of.worker), { cases: numbers });
  assert.equal(refused.ok ? '' : refused.refusal.details?.case, numbers.slice(1).join(' '));
  assert.match(refused.ok ? '' : inWords(refused.refusal, 'zh', messages).message, /^第\d+、\d+号现在/);
});

test('from one order the next that waits for whoever reads it is a step away, in the order of the list, and from the last the first', async () => {
  const of = await office();
  const [soon, late] = [await given(of, { tier: of.tier(2, 'hours') }), await given(of)];
  const theirs = await given(of, { agency: of.agency('物业') });
  const next = async (no: number) => (await orderPage(of.by(of.worker), { no }))?.next;
  assert.deepEqual([(await next(soon))?.no, (await next(late))?.no], [late, soon]);
  assert.equal((await next(theirs))?.count, 2);
  value(await signCases(of.by(of.worker), { cases: [soon, late] }));
  assert.equal((await next(soon))?.no, late, 'what is in hand waits, too');
  const other = await of.place.staff('social-worker');
  assert.equal((await orderPage(of.by(other), { no: soon }))?.next, null);
});

test('the list offers a next step to whoever can take it, and to nobody else', async () => {
  const of = await office();
  const own = await given(of);
  const outside = await given(of, { agency: of.agency('派出所') });
  const theirs = await given(of, { agency: of.agency('物业') });
  const offered = async (person: number) =>
    (await deskDay(of.by(person), filterFrom({})))?.lines.filter((line) => line.theirs).map(({ no }) => no);
  assert.deepEqual(await offered(of.worker), [own, outside]);
  assert.deepEqual(await offered(of.property), [theirs]);
  assert.deepEqual(await offered(await of.place.staff('governance-secretary')), []);
});
