import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { recordCase } from '@/features/cases/commands';
import { archiveCase, closeCase, reworkCase } from '@/features/orders/commands/end';
import { dispatchCase } from '@/features/orders/commands/give';
import { lookCase } from '@/features/orders/commands/household';
import { contactCase, handleCase, replyCase, signCase } from '@/features/orders/commands/work';
import { Course } from '@/features/orders/components/course';
import { deskDay } from '@/features/orders/queries/day';
import { myCase } from '@/features/orders/queries/mine';
import { caseContact, orderPage } from '@/features/orders/queries/one';
import { filterFrom } from '@/features/orders/rules/filter';
import { witnessed } from '@/features/rooms';
import { verifyWords } from '@/lib/told';
import { at, closeAll, sql } from '@/tests/fixture';
import { closed, code, given, inHand, leak, type Office, office, value } from '@/tests/office';
import { askScope, callCase, decideScope } from './commands';
import { callsTold } from './components/calls';
import { callbackPage, deskCalls, scopeAsked, scopePage } from './queries/desk';
import { ownCalls } from './queries/mine';

after(closeAll);

const content = { outcome: 'answered', contacted: 'yes', resolved: 'yes', satisfaction: 'satisfied' };
const standing = async (of: Office, no: number) => (await orderPage(of.by(of.worker), { no }))?.standing.state;

test('a case is called back by somebody who had no part, and archived', async () => {
  const of = await office();
  at('2022-03-01T09:00');
  const no = await closed(of);
  const other = await of.place.staff('hotline');
  assert.deepEqual(
    (await deskDay(of.by(other), filterFrom({ tab: 'callback' })))?.lines.map((line) => line.no),
    [no],
  );
  assert.equal(code(await callCase(of.by(of.worker), { case: no, ...content })), 'not_allowed', 'a social worker');
  assert.equal(code(await archiveCase(of.by(of.hotline), { case: no })), 'case_elsewhere');
  value(await lookCase(of.by(other), { case: no }));
  assert.equal((await caseContact(of.by(other), { no }))?.contact?.phone, leak.phone);
  assert.equal(code(await callCase(of.by(other), { case: no, outcome: 'answered' })), 'invalid');
  assert.equal(code(await callCase(of.by(other), { case: no, outcome: 'answered', contacted: 'no' })), 'not_asked');
  value(await callCase(of.by(other), { case: no, ...content, contacted: 'no', words: '没人打过电话，不过修好了' }));
  assert.equal(await standing(of, no), 'evaluated');
  assert.equal(code(await callCase(of.by(other), { case: no, ...content })), 'not_to_call');
  const page = await callbackPage(of.by(other), { no });
  assert.deepEqual(
    [page?.counts?.contacted, page?.counts?.resolved, page?.mayRework, page?.mayArchive],
    [false, 'yes', false, true],
  );
  value(await archiveCase(of.by(of.hotline), { case: no }));
  assert.equal(await standing(of, no), 'archived');
  at(undefined);
});

test('nobody calls about what they handled, answered, or reported for their own home', async () => {
  const of = await office();
  const outside = value(await recordCase(of.by(of.hotline), leak)).no;
  value(await dispatchCase(of.by(of.hotline), { case: outside, agency: of.agency('自来水公司'), tier: of.tier(7) }));
  const first = of.by(of.hotline);
  value(await signCase(first, { case: outside }));
  value(await contactCase(first, { case: outside, reached: 'yes' }));
  value(await handleCase(first, { case: outside }));
  value(await replyCase(first, { case: outside, words: '管换了' }));
  value(await closeCase(of.by(of.worker), { case: outside }));
  assert.equal(code(await callCase(of.by(of.hotline), { case: outside, ...content })), 'had_a_part');
  const home = of.place.household('14', 0);
  const neighbour = await of.place.resident(home);
  await sql(`insert into grants (community_id, person_id, role) values ($1, $2, 'hotline')`, [
    of.place.communityId,
    neighbour,
  ]);
  const no = await closed(of, {}, { household: home });
  assert.equal(code(await callCase(of.by(neighbour), { case: no, ...content })), 'own_case');
});

test('three calls in vain on two days end it, without effect', async () => {
  const of = await office();
  at('2022-03-01T09:00');
  const no = await closed(of);
  const vain = async () => {
    value(await lookCase(of.by(of.hotline), { case: no }));
    value(await callCase(of.by(of.hotline), { case: no, outcome: 'not_reached' }));
  };
  assert.equal(code(await callCase(of.by(of.hotline), { case: no, outcome: 'not_reached' })), 'not_looked');
  for (const hour of ['10', '14', '18']) {
    at(`2022-03-01T${hour}:00`);
    await vain();
  }
  assert.equal(await standing(of, no), 'awaiting_callback');
  assert.deepEqual((await callbackPage(of.by(of.hotline), { no }))?.left, { calls: 1, otherDay: true });
  const more = { case: no, outcome: 'not_reached' };
  assert.equal(code(await callCase(of.by(of.hotline), more)), 'another_day', 'today one more counts for nothing');
  at('2022-03-02T10:00');
  await vain();
  assert.equal(await standing(of, no), 'evaluated');
  const page = await callbackPage(of.by(of.hotline), { no });
  assert.deepEqual([page?.counts?.outcome, page?.counts?.resolved, page?.calls.length], ['not_reached', null, 4]);
  value(await archiveCase(of.by(of.hotline), { case: no }));
  at(undefined);
});

test('what is not solved is done again and called back again: the last counts, the first stays', async () => {
  const of = await office();
  at('2022-03-01T09:00');
  const home = of.place.household('14', 0);
  const resident = await of.place.resident(home);
  const no = await closed(of, {}, { household: home });
  const said = { ...content, resolved: 'partial', satisfaction: 'dissatisfied', words: '还有一处漏' };
  assert.equal(code(await callCase(of.by(of.hotline), { case: no, ...said })), 'not_looked');
  value(await lookCase(of.by(of.hotline), { case: no }));
  value(await callCase(of.by(of.hotline), { case: no, ...said }));
  const mine = await ownCalls(of.by(resident), { no });
  assert.deepEqual(
    mine?.map(({ resolved, words }) => [resolved, words]),
    [['partial', '还有一处漏']],
    'whoever was called reads what was written down',
  );
  const course = renderToStaticMarkup(
    createElement(Course, {
      lines: (await myCase(of.by(resident), { no }))?.course ?? [],
      also: callsTold(mine ?? [], 'zh'),
      locale: 'zh',
    }),
  );
  assert.match(course, /回访：解决了一部分，不满意[\s\S]*还有一处漏/, 'also among what was done with it');
  assert.doesNotMatch(course, /回访过了/, 'once');
  assert.deepEqual(
    (await deskCalls(of.by(of.worker), { no }))?.map(({ resolved, concludes }) => [resolved, concludes]),
    [['partial', true]],
  );
  assert.equal(await deskCalls(of.by(of.property), { no }), undefined);
  assert.deepEqual(await ownCalls(of.by(await of.place.resident(of.place.household('14', 1))), { no }), []);
  assert.equal((await callbackPage(of.by(of.hotline), { no }))?.mayRework, true);
  value(await reworkCase(of.by(of.hotline), { case: no, reason: '还有一处漏' }));
  const again = (await myCase(of.by(resident), { no }))?.course.find(({ step }) => step === 'rework');
  assert.equal(again?.words, '还有一处漏', 'what was not solved is theirs to read');
  value(await replyCase(of.by(of.worker), { case: no, words: '都补好了' }));
  value(await closeCase(of.by(of.worker), { case: no }));
  value(await callCase(of.by(of.hotline), { case: no, ...content }));
  const page = await callbackPage(of.by(of.hotline), { no });
  assert.deepEqual([page?.counts?.resolved, page?.calls.map(({ turn }) => turn)], ['yes', [0, 1]]);
  assert.equal((await myCase(of.by(resident), { no }))?.mayReopen, true, 'their own word is theirs still');
  const owner = {
    query: async <R extends object>(text: string, values: unknown[]) => ({ rows: (await sql(text, values)) as R[] }),
  };
  assert.deepEqual(await verifyWords(owner, witnessed, of.place.communityId), [], 'both stand in the record');
  const told = await sql(`select 1 from letter where community_id = $1 and kind = 'case_evaluated'`, [
    of.place.communityId,
  ]);
  assert.equal(told.length, 2);
  at(undefined);
});

test('a case is left out by somebody who neither asked nor handled it', async () => {
  const of = await office();
  const [party, governance] = [await of.place.staff('party-secretary'), await of.place.staff('governance-secretary')];
  const no = await inHand(of);
  await sql(
    `insert into case_event (community_id, case_id, step, role, person_id)
      select community_id, id, 'contact', 'governance-secretary', $3 from cases where community_id = $1 and no = $2`,
    [of.place.communityId, no, governance],
  );
  value(await replyCase(of.by(of.worker), { case: no, words: '已转市政' }));
  value(await closeCase(of.by(of.worker), { case: no }));
  const ask = { case: no, scope: 'excluded', reason: '管线在红线外，已转市政' };
  assert.equal(code(await askScope(of.by(of.property), ask)), 'not_found');
  assert.equal(code(await askScope(of.by(of.worker), { ...ask, scope: 'three_rates' })), 'counts_so_already');
  assert.equal(code(await askScope(of.by(of.worker), { ...ask, ground: 1 })), 'no_such_ground');
  assert.equal(code(await decideScope(of.by(party), { case: no, request: 1, agreed: 'yes' })), 'nothing_asked');
  assert.equal(await scopeAsked(of.by(of.hotline), { no: ask.case }), null);
  value(await askScope(of.by(of.worker), ask));
  assert.equal((await scopeAsked(of.by(of.hotline), { no: ask.case }))?.scope, ask.scope);
  assert.equal(await scopeAsked(of.by(of.property), { no: ask.case }), undefined);
  assert.equal(code(await askScope(of.by(of.hotline), ask)), 'asked_already');
  const request = (await scopePage(of.by(party), { no }))?.requests[0]?.id ?? 0;
  const yes = { case: no, request, agreed: 'yes' };
  assert.equal(code(await decideScope(of.by(of.worker), yes)), 'not_allowed');
  await sql(
    `insert into grants (community_id, person_id, role, from_at)
     values ($1, $2, 'party-secretary', moment() - interval '1 minute')`,
    [of.place.communityId, of.worker],
  );
  assert.equal(code(await decideScope(of.by(of.worker), yes)), 'second_person');
  assert.equal(code(await decideScope(of.by(governance), yes)), 'had_a_part');
  assert.equal(code(await decideScope(of.by(party), { ...yes, agreed: 'no' })), 'say_why');
  assert.equal(code(await decideScope(of.by(party), { ...yes, request: request + 1 })), 'nothing_asked');
  value(await decideScope(of.by(party), yes));
  assert.equal((await scopePage(of.by(party), { no }))?.scope, 'excluded');
  value(await askScope(of.by(of.worker), { ...ask, scope: 'response_only' }));
  const next = (await scopePage(of.by(party), { no }))?.requests[1]?.id ?? 0;
  value(await decideScope(of.by(party), { ...yes, request: next }));
  value(await lookCase(of.by(of.hotline), { case: no }));
  value(await callCase(of.by(of.hotline), { case: no, outcome: 'answered', contacted: 'yes' }));
});

test('whoever it is brought against neither calls nor decides, and the property service reads nothing of it', async () => {
  const of = await office();
  const party = await of.place.staff('party-secretary');
  const no = await given(of, { against: party });
  assert.equal(await scopePage(of.by(party), { no }), undefined);
  value(await askScope(of.by(of.worker), { case: no, scope: 'excluded', reason: '重复' }));
  const request = (await scopePage(of.by(of.worker), { no }))?.requests[0]?.id;
  assert.equal(code(await decideScope(of.by(party), { case: no, request, agreed: 'yes' })), 'not_found');
  const theirs = await given(of, { agency: of.agency('物业') });
  assert.equal(await callbackPage(of.by(of.property), { no: theirs }), undefined);
});
