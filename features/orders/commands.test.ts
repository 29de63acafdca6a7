import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { postCase, recordCase } from '@/features/cases/commands';
import { myBrought } from '@/features/me/queries/brought';
import { maskedPhone } from '@/lib/phone';
import { at, closeAll, sql } from '@/tests/fixture';
import { code, given, inHand, leak, office, value } from '@/tests/office';
import { archiveCase, closeCase, mergeCase, reworkCase, splitCase } from './commands/end';
import { renewFeed } from './commands/feed';
import { assignCase, assistCase, dismissObjection, dispatchCase, dispatchCases, handOnCase } from './commands/give';
import { joinCase, lookCase, nudgeCase } from './commands/household';
import { addEntry, renameEntry, retireEntry } from './commands/lists';
import {
  arriveCase,
  contactCase,
  escalateCase,
  extendCase,
  handleCase,
  objectCase,
  replyCase,
  settleCase,
  signCase,
  superviseCase,
  whistleCase,
} from './commands/work';
import { latesSaid } from './components/due';
import { handlersByUnit } from './components/handlers';
import { handlingLists, stepForm } from './queries/choices';
import { deskDay } from './queries/day';
import { feedOf, myFeed } from './queries/feed';
import { myCase } from './queries/mine';
import { caseContact, orderPage } from './queries/one';
import { standingOf, type Tier } from './rules';
import { filterFrom } from './rules/filter';
import type { Late } from './rules/late';

after(closeAll);

/** What stands in the row of each case is what follows from its events. */
async function keptIsDerived(communityId: number): Promise<void> {
  const tiers = await sql<Tier>('select id, amount, measure from case_tier where community_id = $1', [communityId]);
  const rows = await sql(
    `select id, received_at, state, agency_id, handler_id, tier_id, due_at, replied_at, in_time, into_id from cases where community_id = $1`,
    [communityId],
  );
  for (const row of rows) {
    const events = await sql(
      `select step, at, person_id as "personId", agency_id as "agencyId", handler_id as "handlerId", tier_id as "tierId",
        from_at as "fromAt", until_at as "untilAt", into_id as "intoId", reached from case_event
        where community_id = $1 and case_id = $2 order by id`,
      [communityId, row.id],
    );
    const { state, agencyId, handlerId, tierId, due, repliedAt, inTime, intoId } = standingOf(
      row.received_at,
      events as never,
      tiers,
    );
    const { id: _, received_at: _at, ...kept } = row;
    assert.deepEqual(kept, {
      state,
      agency_id: agencyId,
      handler_id: handlerId,
      tier_id: tierId,
      due_at: due,
      replied_at: repliedAt,
      in_time: inTime,
      into_id: intoId,
    });
  }
}

test('a case goes from hand to hand to its answer, and is not solved, and is answered again', async () => {
  const of = await office();
  const { place } = of;
  const home = place.household('14', 0);
  const resident = await place.resident(home);
  at('2022-03-01T09:00');
  const { no } = value(await recordCase(of.by(resident), { ...leak, source: 'web', household: home }));
  assert.equal(code(await signCase(of.by(of.worker), { case: no })), 'not_allowed');
  value(
    await dispatchCase(of.by(of.hotline), {
      case: no,
      agency: of.agency('居委会'),
      tier: of.tier(7),
      words: '看看是哪漏',
    }),
  );
  assert.equal(
    code(await dispatchCase(of.by(of.hotline), { case: no, agency: of.agency('物业'), tier: of.tier(7) })),
    'case_elsewhere',
  );
  const call = of.by(of.worker);
  value(await signCase(call, { case: no }));
  assert.equal(code(await handleCase(call, { case: no })), 'case_elsewhere', 'nobody has rung');
  value(await contactCase(call, { case: no, reached: 'yes' }));
  value(await handleCase(call, { case: no }));
  assert.equal(
    code(await extendCase(call, { case: no, until: '2022-03-16T09:00', reason: '等料' })),
    'extended_too_far',
  );
  value(await extendCase(call, { case: no, until: '2022-03-10T12:00', reason: '等料' }));
  assert.equal(code(await extendCase(call, { case: no, until: '2022-03-12T12:00', reason: '再等' })), 'case_elsewhere');
  value(await whistleCase(call, { case: no, agency: of.agency('物业'), reason: '开屋面的门' }));
  value(await arriveCase(call, { case: no }));
  value(await superviseCase(of.by(await place.staff('party-secretary')), { case: no, reason: '雨前办完' }));
  value(await escalateCase(call, { case: no, reason: '要动维修资金' }));
  assert.equal((await orderPage(call, { no }))?.when, 'paused');
  at('2022-03-03T09:00');
  value(await settleCase(call, { case: no, reason: '街道同意先垫' }));
  const before = await orderPage(call, { no });
  assert.equal(before?.standing.due?.toISOString(), new Date('2022-03-12T12:00:00+08:00').toISOString());
  assert.equal(code(await replyCase(call, { case: no, words: '{称呼}，办好了' })), 'field_left');
  value(await replyCase(call, { case: no, words: '屋面补好了，请看看还漏不漏。' }));
  const mine = await myCase(of.by(resident), { no });
  assert.deepEqual([mine?.standing.state, mine?.lead, mine?.mayReopen], ['replied', '居委会', true]);
  assert.equal(mine?.course.find(({ step }) => step === 'reply')?.words, '屋面补好了，请看看还漏不漏。');
  assert.equal(mine?.course.find(({ step }) => step === 'dispatch')?.words, '', 'what staff told each other is theirs');
  assert.equal(
    code(await reworkCase(of.by(await place.resident(place.household('15', 0))), { case: no, reason: '漏' })),
    'not_found',
  );
  value(await reworkCase(of.by(resident), { case: no, reason: '昨天下雨还漏' }));
  value(await replyCase(call, { case: no, words: '换了一段管，雨里看过了。' }));
  value(await closeCase(of.by(of.hotline), { case: no }));
  assert.equal(code(await archiveCase(of.by(of.hotline), { case: no })), 'case_elsewhere', 'nobody has called back');
  assert.equal((await myBrought(resident, { after: null })).brought[0]?.state, 'awaiting_callback');
  await keptIsDerived(place.communityId);
  const told = await sql<{ kind: string }>('select kind from letter where community_id = $1 order by id', [
    place.communityId,
  ]);
  assert.deepEqual(
    told.map(({ kind }) => kind),
    [
      ...['case_received', 'case_dispatched', 'case_extended', 'case_escalated'],
      ...['case_replied', 'case_reworked', 'case_replied'],
    ],
  );
  at(undefined);
});

test('more time than its category has is given for a reason, which stands in its course; of many those are named that need one', async () => {
  const of = await office();
  const { categories } = (await handlingLists(of.by(of.worker), {})) ?? { categories: [] };
  const lamps = categories.find(({ name }) => name === '路灯和楼道灯')?.id;
  const numbers = [0, 1].map(async () => value(await recordCase(of.by(of.hotline), leak)).no);
  const [one = 0, two = 0] = await Promise.all(numbers);
  const to = { agency: of.agency('居委会'), tier: of.tier(7) };
  const give = { ...to, case: one, category: lamps, words: '换灯' };
  const plain = await dispatchCase(of.by(of.hotline), give);
  assert.deepEqual(plain.ok ? null : [plain.refusal.code, plain.refusal.fieldErrors], [
    'longer_unsaid',
    { longer: 'longer_unsaid' },
  ]);
  value(await dispatchCase(of.by(of.hotline), { ...give, longer: '灯头要配货' }));
  assert.equal((await orderPage(of.by(of.worker), { no: one }))?.course[0]?.words, '换灯\n灯头要配货');

  await sql('update cases set category_id = $2 where community_id = $1 and no = $3', [
    of.place.communityId,
    lamps,
    two,
  ]);
  const third = value(await recordCase(of.by(of.hotline), leak)).no;
  const many = await dispatchCases(of.by(of.hotline), { ...to, cases: [two, third] });
  assert.deepEqual(many.ok ? null : [many.refusal.code, many.refusal.details], ['longer_unsaid', { case: two }]);
  value(await dispatchCases(of.by(of.hotline), { ...to, tier: of.tier(24, 'hours'), cases: [two, third] }));
});

test('an objection is decided by somebody else, and only then has it another lead', async () => {
  const of = await office();
  const no = await given(of, { agency: of.agency('物业') });
  const call = of.by(of.property);
  assert.equal(code(await objectCase(of.by(of.worker), { case: no, reason: '不归他们' })), 'not_allowed');
  value(await objectCase(call, { case: no, reason: '是市政的管' }));
  assert.equal(code(await signCase(call, { case: no })), 'case_elsewhere');
  value(await dismissObjection(of.by(of.worker), { case: no, reason: '在红线里' }));
  value(await objectCase(call, { case: no, reason: '有图为证' }));
  value(await dispatchCase(of.by(of.worker), { case: no, agency: of.agency('居委会'), tier: of.tier(24, 'hours') }));
  assert.equal((await orderPage(of.by(of.worker), { no }))?.lead, '居委会');
  assert.equal(await orderPage(call, { no }), undefined, 'the property service has it no more');
  const own = await given(of);
  value(await objectCase(of.by(of.worker), { case: own, reason: '不该社工办' }));
  assert.equal(code(await dismissObjection(of.by(of.worker), { case: own, reason: '我自己定' })), 'second_person');
  value(await dismissObjection(of.by(of.hotline), { case: own, reason: '归社工' }));
  await keptIsDerived(of.place.communityId);
});

test('what is not the community’s is handed on outside with a reason from the list; the first receiver goes on', async () => {
  const of = await office();
  const { no } = value(await recordCase(of.by(of.hotline), leak));
  const [ground] = await sql<{ id: number }>(
    `select id from handing_ground where community_id = $1 and beyond order by id limit 1`,
    [of.place.communityId],
  );
  const on = { case: no, tier: of.tier(7), ground: ground?.id, reason: '管线在红线外' };
  assert.equal(code(await handOnCase(of.by(of.worker), { ...on, agency: of.agency('物业') })), 'not_outside');
  value(await handOnCase(of.by(of.worker), { ...on, agency: of.agency('自来水公司') }));
  value(await signCase(of.by(of.worker), { case: no }));
  const page = await orderPage(of.by(of.worker), { no });
  assert.deepEqual([page?.lead, page?.handler, page?.course.at(-1)?.beyond], ['自来水公司', null, true]);
  assert.deepEqual([page?.outside, page?.standing.state], [true, 'signed'], 'signed for, by nobody of this house');
});

test('whoever is complained of neither gets it nor sees it', async () => {
  const of = await office();
  const captain = await of.place.captain(of.place.entrance('14', 1));
  const { no } = value(await recordCase(of.by(of.hotline), { ...leak, title: '物业不来修' }));
  const against = { case: no, tier: of.tier(7), againstAgency: of.agency('物业'), against: captain };
  assert.equal(code(await dispatchCase(of.by(of.hotline), { ...against, agency: of.agency('物业') })), 'complained_of');
  value(await dispatchCase(of.by(of.hotline), { ...against, agency: of.agency('居委会') }));
  const both = await of.place.staff('social-worker');
  await of.place.staff('property');
  await sql(`insert into grants (community_id, person_id, role) values ($1, $2, 'property')`, [
    of.place.communityId,
    both,
  ]);
  assert.equal(code(await signCase(of.by(both), { case: no })), 'not_found', 'of the office complained of');
  assert.equal(await orderPage(of.by(both), { no }), undefined);
  assert.equal(code(await assignCase(of.by(of.worker), { cases: [no], handler: both })), 'complained_of');
  assert.equal(await orderPage(of.by(of.property), { no }), undefined);
  assert.deepEqual((await deskDay(of.by(of.property), filterFrom({})))?.lines, []);
  assert.deepEqual((await deskDay(of.by(both), filterFrom({})))?.lines, []);
  const form = await stepForm(of.by(of.worker), { no, step: 'assign' });
  assert.deepEqual(form?.handlers.map(({ id }) => id).includes(both), true);
});

test('who complained is masked; each look is kept, and the complainant sees it', async () => {
  const of = await office();
  const home = of.place.household('14', 0);
  const resident = await of.place.resident(home);
  const { no } = value(await recordCase(of.by(of.hotline), { ...leak, household: home }));
  const look = (person: number) => lookCase(of.by(person), { case: no });
  assert.equal((await caseContact(of.by(of.worker), { no }))?.contact, null);
  value(await look(of.worker));
  assert.equal((await caseContact(of.by(of.worker), { no }))?.contact?.phone, leak.phone);
  value(
    await dispatchCase(of.by(of.hotline), { case: no, agency: of.agency('物业'), tier: of.tier(7), words: '看漏水' }),
  );
  assert.equal(code(await look(of.worker)), 'not_allowed', 'it is another’s to handle');
  assert.equal(code(await look(of.property)), 'not_allowed', 'the property service never');
  const seen = await orderPage(of.by(of.property), { no });
  assert.deepEqual([seen?.title, seen?.words, seen?.complainant, seen?.phone], ['看漏水', null, null, null]);
  const masked = await orderPage(of.by(of.hotline), { no });
  assert.deepEqual([masked?.complainant, masked?.phone], ['刘**', '138****0000']);
  const byProperty = JSON.stringify([seen, await deskDay(of.by(of.property), filterFrom({}))]);
  assert.doesNotMatch(byProperty, /刘桂芬|13800000000|门口全湿/);
  assert.deepEqual(
    (await deskDay(of.by(of.property), filterFrom({ q: leak.phone })))?.lines,
    [],
    'nor is anybody found by their number',
  );
  assert.deepEqual(
    (await myCase(of.by(resident), { no }))?.looks.map(({ role }) => role),
    ['social-worker'],
  );
});

test('whoever wrote it online is rung at the number of their account, once it was looked up', async () => {
  const of = await office();
  const resident = await of.place.resident(of.place.household('14', 0));
  const [own] = await sql<{ name: string; phone: string }>('select name, phone from person where id = $1', [resident]);
  const { no } = value(
    await recordCase(of.by(resident), { ...leak, source: 'web', household: of.place.household('14', 0) }),
  );
  assert.equal((await caseContact(of.by(of.worker), { no }))?.contact, null, 'nobody has looked');
  value(await lookCase(of.by(of.worker), { case: no }));
  const seen = (await caseContact(of.by(of.worker), { no }))?.contact;
  assert.deepEqual([seen?.complainant, seen?.phone], [own?.name, own?.phone]);
  assert.equal((await caseContact(of.by(of.property), { no }))?.contact, undefined);
  assert.deepEqual(
    (await myCase(of.by(resident), { no }))?.looks.map(({ role }) => role),
    ['social-worker'],
  );
  const page = await orderPage(of.by(of.worker), { no });
  assert.equal(page?.phone, maskedPhone(own?.phone ?? ''));
  const found = await deskDay(of.by(of.worker), filterFrom({ q: own?.phone ?? '' }));
  assert.deepEqual(
    found?.lines.map((line) => line.no),
    [no],
  );
});

test('that it was given out late is read on the day, on its page and by whoever reported it', async () => {
  const of = await office();
  const resident = await of.place.resident(of.place.household('14', 0));
  at('2022-03-01T09:00');
  const { no } = value(
    await recordCase(of.by(resident), { ...leak, source: 'web', household: of.place.household('14', 0) }),
  );
  at('2022-03-02T11:00');
  assert.equal((await deskDay(of.by(of.worker), filterFrom({ tab: 'overdue' })))?.lines[0]?.no, no);
  value(await dispatchCase(of.by(of.hotline), { case: no, agency: of.agency('居委会'), tier: of.tier(7) }));
  const lates = [{ step: 'dispatch', by: 2 * 3_600_000 }];
  assert.deepEqual((await deskDay(of.by(of.worker), filterFrom({})))?.lines[0]?.lates, lates);
  assert.deepEqual((await orderPage(of.by(of.worker), { no }))?.standing.lates, lates);
  assert.deepEqual((await myCase(of.by(resident), { no }))?.standing.lates, lates);
  assert.equal(latesSaid(lates as Late[], 'zh'), '派单时晚了2小时');
  at(undefined);
});

test('whoever is chosen is of the unit that was chosen; those of each unit stand under it', async () => {
  const of = await office();
  const { no } = value(await recordCase(of.by(of.hotline), leak));
  const give = { case: no, agency: of.agency('居委会'), tier: of.tier(7) };
  const refused = await dispatchCase(of.by(of.hotline), { ...give, handler: of.property });
  assert.deepEqual(refused.ok ? null : [refused.refusal.code, refused.refusal.details], [
    'not_of_that_agency',
    { agency: '居委会' },
  ]);
  const form = await stepForm(of.by(of.hotline), { no, step: 'dispatch' });
  const under = handlersByUnit(form?.agencies ?? [], form?.handlers ?? [], 'zh');
  assert.deepEqual(
    under.filter(({ value: id }) => [of.worker, of.property].includes(Number(id))).map((one) => [one.under, one.value]),
    [
      ['居委会', String(of.worker)],
      ['物业', String(of.property)],
    ],
  );
});

test('a case is named by its number here or by that of its sheet, however that is typed', async () => {
  const of = await office();
  const [one, two, own] = [await given(of), await given(of), await given(of)];
  const number = (no: number, text: string) =>
    sql('update cases set external_no = $3 where community_id = $1 and no = $2', [of.place.communityId, no, text]);
  await number(two, '热线-220404-000018');
  await number(one, 'BJ2022(04)000018');
  const merge = (into: string | number) => mergeCase(of.by(of.worker), { case: own, into, reason: '一处' });
  for (const [text, expected] of [
    ['没有这个', 'not_found'],
    ['000018', 'not_found'],
    ['热线－２２０４０４－０００１８', 'not_found'],
  ] as const)
    assert.equal(code(await merge(text)), expected, text);
  const none = await merge('999');
  assert.deepEqual(none.ok ? null : none.refusal.fieldErrors, { into: 'no_such_case' });
  value(await merge('热线 220404—000018'));
  assert.equal((await orderPage(of.by(of.worker), { no: own }))?.into, two);
  value(await splitCase(of.by(of.worker), { case: own, reason: '不是' }));
  value(await merge(`第${one}号`));
  assert.equal((await orderPage(of.by(of.worker), { no: own }))?.into, one);
});

test('two that are one are answered together, and taken apart stand as before', async () => {
  const of = await office();
  const [one, two] = [await inHand(of), await given(of)];
  const before = (await orderPage(of.by(of.worker), { no: two }))?.standing;
  assert.equal(code(await mergeCase(of.by(of.worker), { case: two, into: two, reason: '同' })), 'into_itself');
  const far = await given(of, {}, { title: '路灯不亮', words: '晚上黑', place: '3号门' });
  const offered = await stepForm(of.by(of.worker), { no: two, step: 'merge' });
  assert.deepEqual(
    offered?.near.map(({ no, title, words }) => [no, title, words]),
    [[one, leak.title, leak.words]],
  );
  const neither = await mergeCase(of.by(of.worker), { case: two, reason: '同' });
  assert.deepEqual(neither.ok ? null : neither.refusal.fieldErrors, { into: 'which_case' });
  const both = await mergeCase(of.by(of.worker), { case: two, near: one, into: String(far), reason: '同' });
  assert.deepEqual(both.ok ? null : both.refusal.fieldErrors, { into: 'one_of_both' });
  value(await mergeCase(of.by(of.worker), { case: two, near: one, reason: '同一处漏' }));
  assert.deepEqual(
    (await orderPage(of.by(of.worker), { no: one }))?.merged.map(({ no, words }) => [no, words]),
    [[two, '同一处漏']],
    'it stands in the log of the other, too',
  );
  assert.equal(code(await mergeCase(of.by(of.worker), { case: one, into: two, reason: '反过来' })), 'into_closed');
  value(await splitCase(of.by(of.worker), { case: two, reason: '不是一处' }));
  assert.deepEqual((await orderPage(of.by(of.worker), { no: two }))?.standing, before);
  value(await mergeCase(of.by(of.worker), { case: two, into: one, reason: '就是一处' }));
  await keptIsDerived(of.place.communityId);
  assert.deepEqual(
    await sql('select count(*)::int as n from case_content where community_id = $1', [of.place.communityId]),
    [{ n: 3 }],
  );
});

test('whoever reported it asks on once a day; a neighbour joins what hangs, and is told', async () => {
  const of = await office();
  const home = of.place.household('14', 0);
  const [resident, neighbour] = [await of.place.resident(home), await of.place.resident(of.place.household('14', 1))];
  at('2022-03-01T09:00');
  const { no } = value(await recordCase(of.by(resident), { ...leak, household: home }));
  assert.equal(code(await joinCase(of.by(neighbour), { case: no })), 'not_found', 'nobody has looked yet');
  value(await postCase(of.by(of.worker), { case: no, title: leak.title, place: '14号楼' }));
  value(await joinCase(of.by(neighbour), { case: no, words: '我家也漏' }));
  assert.equal(code(await joinCase(of.by(neighbour), { case: no })), 'joined_already');
  value(await nudgeCase(of.by(resident), { case: no, words: '还没人来' }));
  assert.equal(code(await nudgeCase(of.by(neighbour), { case: no })), 'nudged_today');
  at('2022-03-02T09:00');
  value(await nudgeCase(of.by(neighbour), { case: no }));
  value(await dispatchCase(of.by(of.hotline), { case: no, agency: of.agency('居委会'), tier: of.tier(7) }));
  const told = await sql(
    `select household_id as household, person_id as person from letter where community_id = $1 and kind = 'case_dispatched' order by person_id`,
    [of.place.communityId],
  );
  assert.deepEqual(told, [
    { household: null, person: resident },
    { household: of.place.household('14', 1), person: null },
  ]);
  assert.equal((await myBrought(neighbour, { after: null })).brought[0]?.no, no);
  at(undefined);
});

test('many are given to another of the same unit at once, or none', async () => {
  const of = await office();
  const other = await of.place.staff('social-worker');
  const numbers = [await given(of), await given(of)];
  const elsewhere = await given(of, { agency: of.agency('物业') });
  const refused = await assignCase(of.by(of.hotline), { cases: [...numbers, elsewhere], handler: other });
  assert.equal(code(refused), 'not_of_that_agency');
  value(await assignCase(of.by(of.hotline), { cases: numbers, handler: other }));
  const day = await deskDay(of.by(other), filterFrom({ who: 'me' }));
  assert.deepEqual(day?.lines.map(({ no }) => no).sort(), numbers);
  value(await assistCase(of.by(of.worker), { case: numbers[0], agency: of.agency('物业'), reason: '开门' }));
  assert.deepEqual((await orderPage(of.by(of.worker), { no: numbers[0] ?? 0 }))?.assists, ['物业']);
});

test('the desk’s day: overdue, today, by whom, and found by number, words and telephone', async () => {
  const of = await office();
  at('2022-03-01T09:00');
  const late = await given(of, { tier: of.tier(24, 'hours') });
  const later = await given(of, { tier: of.tier(15) });
  at('2022-03-02T10:00');
  const now = await given(of, { tier: of.tier(2, 'hours'), handler: of.worker });
  const untaken = value(await recordCase(of.by(of.hotline), { ...leak, title: '路灯不亮', phone: '13900000000' })).no;
  const lines = async (search: Record<string, string>) =>
    (await deskDay(of.by(of.worker), filterFrom(search)))?.lines.map(({ no }) => no);
  const day = await deskDay(of.by(of.worker), filterFrom({}));
  assert.deepEqual(day?.summary, { all: 4, overdue: 1, today: 1, soon: 1, waiting: 0, untaken: 1, callback: 0 });
  assert.deepEqual(await lines({}), [late, now, untaken, later]);
  assert.deepEqual(await lines({ tab: 'overdue' }), [late]);
  assert.deepEqual(await lines({ tab: 'today' }), [now]);
  assert.deepEqual(await lines({ tab: 'untaken' }), [untaken]);
  assert.deepEqual(await lines({ who: 'me' }), [now]);
  assert.deepEqual(await lines({ sort: 'newest' }), [untaken, now, later, late]);
  assert.deepEqual(await lines({ q: '139 0000 0000' }), [untaken]);
  assert.deepEqual(await lines({ q: '1390000' }), [], 'a number is found whole or by its last four digits');
  assert.equal((await lines({ q: '0000' }))?.length, 4, 'all of them end so');
  await sql(`update cases set external_no = '热线-220404-000018' where community_id = $1 and no = $2`, [
    of.place.communityId,
    untaken,
  ]);
  assert.deepEqual(await lines({ q: '000018' }), [untaken], 'as it ends');
  assert.deepEqual(await lines({ q: '路灯' }), [untaken]);
  assert.deepEqual(await lines({ q: String(late) }), [late]);
  assert.deepEqual(await lines({ state: 'dispatched', sort: 'newest' }), [now, later, late]);
  at(undefined);
});

test('a long list goes on where its page ended, each case once', async () => {
  const of = await office();
  for (let at = 0; at < 33; at += 1) value(await recordCase(of.by(of.hotline), { ...leak, title: `第${at}处灯不亮` }));
  const first = await deskDay(of.by(of.worker), filterFrom({}));
  const next = await deskDay(of.by(of.worker), filterFrom({ after: `${first?.next?.at}_${first?.next?.id}` }));
  const all = [...(first?.lines ?? []), ...(next?.lines ?? [])].map(({ no }) => no);
  assert.deepEqual([all.length, new Set(all).size, next?.next], [33, 33, null]);
});

test('the lists are the community’s own', async () => {
  const of = await office();
  const call = of.by(of.worker);
  const lists = async () => await handlingLists(call, {});
  const parent = (await lists())?.categories.find(({ path }) => path === '住房城乡建设->物业管理')?.id;
  value(await addEntry(call, { list: 'category', name: '快递柜', parent, tier: of.tier(7) }));
  const leaf = (await lists())?.categories.find(({ path }) => path.endsWith('快递柜'))?.id;
  assert.equal(code(await addEntry(call, { list: 'category', name: '再下一级', parent: leaf })), 'too_deep');
  assert.equal(code(await addEntry(call, { list: 'category', name: '快递柜', parent })), 'entry_known');
  value(await renameEntry(call, { list: 'category', entry: leaf, name: '快递和外卖柜' }));
  value(await retireEntry(call, { list: 'category', entry: parent }));
  assert.equal((await lists())?.categories.find(({ id }) => id === leaf)?.retired, true, 'with what stands below it');
  assert.equal(code(await addEntry(call, { list: 'tier' })), 'invalid');
  value(await addEntry(call, { list: 'tier', amount: '3', measure: 'working_days' }));
  assert.equal(code(await renameEntry(call, { list: 'tier', entry: of.tier(7), name: '一周' })), 'tier_stays');
  value(await retireEntry(call, { list: 'tier', entry: of.tier(7) }));
  const { no } = value(await recordCase(of.by(of.hotline), leak));
  assert.equal(
    code(await dispatchCase(call, { case: no, agency: of.agency('居委会'), tier: of.tier(7) })),
    'no_such_entry',
  );
  assert.equal(code(await addEntry(of.by(of.property), { list: 'agency', name: '我们' })), 'not_allowed');
});

test('a calendar at a secret address, which ends when another is asked for', async () => {
  const of = await office();
  const no = await given(of, { handler: of.worker });
  const call = of.by(of.worker);
  const read = (secret: string) => feedOf({ by: { visitor: true }, community: of.place.slug }, { secret });
  assert.equal((await myFeed(call, {}))?.secret, null);
  value(await renewFeed(call, {}));
  const first = (await myFeed(call, {}))?.secret ?? '';
  assert.deepEqual(
    (await read(first))?.items.map((one) => one.no),
    [no],
  );
  value(await renewFeed(call, {}));
  assert.equal(await read(first), undefined);
  const second = (await myFeed(call, {}))?.secret ?? '';
  assert.ok(await read(second));
  await sql(`update grants set to_at = now() - interval '1 minute' where community_id = $1 and person_id = $2`, [
    of.place.communityId,
    of.worker,
  ]);
  assert.equal(await read(second), undefined, 'whoever holds no office has nothing to come for');
});
