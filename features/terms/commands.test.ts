import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskToday } from '@/features/desk/queries';
import { myToday } from '@/features/me/queries';
import { giveGrant, revokeGrant } from '@/features/people/commands/grant';
import { planMilestone } from '@/features/works/commands/report';
import { makeBuilding } from '@/tests/building';
import { code, done, makeConsultation } from '@/tests/consultation';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { endThing, handOver, keepThing, takeOver } from './commands';
import { arrived, boardKeepers, handoverPage, inherited, takeOverPage } from './queries/handover';
import { leftBehind } from './queries/left-behind';
import { things } from './queries/things';

after(closeAll);

const grantOf = async (communityId: number, person: number) =>
  (
    await sql<{ id: number; ended: boolean }>(
      'select id, to_at is not null as ended from grants where community_id = $1 and person_id = $2 order by id',
      [communityId, person],
    )
  )[0] ?? { id: 0, ended: false };

const titles = (page: Awaited<ReturnType<typeof handoverPage>>) => page?.open.map((one) => [one.kind, one.title]);

test('a social worker leaves: the promise gets a receiver who is named in the record, and the rights end at once', async () => {
  const here = await makeBuilding();
  await sql('update objection set answered_by = $2 where community_id = $1', [here.communityId, here.worker]);
  const secretary = here.by(await here.staff('party-secretary'));
  const next = await here.staff('social-worker');
  const { id: grant } = await grantOf(here.communityId, here.worker);
  const page = await handoverPage(secretary, { grant });
  assert.deepEqual(titles(page), [['promise', '下口北移12米']]);
  assert.ok(page?.open[0]?.receivers.some((one) => one.personId === next));
  assert.ok(page?.open[0]?.receivers.every((one) => one.personId !== here.worker));
  assert.equal(await handoverPage(here.by(here.worker), { grant }), undefined);

  const item = `to_promise-${here.commitment}`;
  const input = { grant, reason: '调走了' };
  const open = { grant, reason: '先收回' };
  assert.equal(code(await revokeGrant(secretary, open)), 'handover_first');
  const bare = await handOver(secretary, input);
  assert.deepEqual(bare.ok ? {} : bare.refusal.fieldErrors, { [item]: 'receiver' });
  const own = await handOver(secretary, { ...input, [item]: String(here.worker) });
  assert.deepEqual(own.ok ? {} : own.refusal.fieldErrors, { [item]: 'receiver_leaves' });
  const other = await handOver(secretary, { ...input, [item]: String(here.property) });
  assert.deepEqual(other.ok ? {} : other.refusal.fieldErrors, { [item]: 'receiver_cannot' });
  assert.equal(code(await handOver(here.by(next), { ...input, [item]: String(next) })), 'not_allowed');
  const milestone = { works: 1, name: '栏杆', plannedOn: '2022-04-10', unit: '', target: '' };
  done(await planMilestone(here.by(here.worker), milestone));

  assert.deepEqual(done(await handOver(secretary, { ...input, [item]: String(next) })), { grant, handedOver: 1 });
  assert.equal(code(await planMilestone(here.by(here.worker), milestone)), 'not_allowed');
  assert.equal(code(await handOver(secretary, { ...input, [item]: String(next) })), 'already_over');
  const leaf = (await here.leaves()).find((one) => one.act === 'grant.hand_over');
  assert.deepEqual(JSON.parse(leaf?.content ?? '{}').receivers, [{ item: item.slice(3), receiver: next }]);
  const letters = await sql(
    'select person_id, kind, about_kind, about_no from letter where community_id = $1 and kind in ($2, $3) order by id',
    [...[here.communityId, 'handed_over', 'grant_revoked']],
  );
  assert.deepEqual(letters, [
    { person_id: next, kind: 'handed_over', about_kind: 'works', about_no: 1 },
    { person_id: here.worker, kind: 'grant_revoked', about_kind: 'grant', about_no: grant },
  ]);
  assert.equal((await handoverPage(secretary, { grant }))?.done.length, 1);

  const after = await grantOf(here.communityId, next);
  assert.deepEqual(titles(await handoverPage(secretary, { grant: after.id })), [['promise', '下口北移12米']]);
  await assert.rejects(sql('delete from handover where community_id = $1', [here.communityId]), { code: '23001' });
});

test('a second role in the community keeps what is theirs; nothing open needs no receiver', async () => {
  const here = await makeBuilding();
  await sql('update objection set answered_by = $2 where community_id = $1', [here.communityId, here.worker]);
  const secretary = here.by(await here.staff('party-secretary'));
  const extra = await here.grant(here.worker, 'hotline');
  assert.deepEqual((await handoverPage(secretary, { grant: extra }))?.open, []);
  done(await revokeGrant(secretary, { grant: extra, reason: '忙不过来' }));
  const { id: grant } = await grantOf(here.communityId, here.worker);
  assert.equal((await handoverPage(secretary, { grant }))?.open.length, 1);
});

test('a governance secretary whose term has run out left promises: the desk says so until each has a receiver', async () => {
  const here = await makeBuilding();
  await sql('update objection set answered_by = $2 where community_id = $1', [here.communityId, here.governance]);
  const person = await here.staff('party-secretary');
  const secretary = here.by(person);
  const { id: grant } = await grantOf(here.communityId, here.governance);
  const waits = async () =>
    (await deskToday(secretary, {}))?.lines.flatMap((line) => (line.act === 'handover' ? [line.path[1]] : []));
  assert.deepEqual(await waits(), []);
  await sql('update grants set to_at = $3 where community_id = $1 and id = $2', [
    ...[here.communityId, grant, '2022-03-22T00:00:00+08:00'],
  ]);
  assert.deepEqual(await waits(), [grant]);
  const item = `to_promise-${here.commitment}`;
  const district = here.by(await here.staff('district'));
  const left = (await handoverPage(district, { grant }))?.open ?? [];
  assert.deepEqual(
    left.map(({ kind }) => kind),
    ['promise', 'works'],
    'the works he signed for are his until the warranty is over',
  );
  const to = Object.fromEntries(left.map((one) => [`to_${one.item}`, String(person)]));
  const leaver = here.by(here.governance);
  assert.deepEqual(await leftBehind(leaver, {}), {
    succeeded: false,
    hung: [],
    others: [],
    open: [
      { kind: 'promise', n: 1 },
      { kind: 'works', n: 1 },
    ],
  });
  assert.equal(await leftBehind(secretary, {}), undefined, 'whoever is in office has a desk');
  const early = await handOver(district, { grant, reason: '任期到了', ...to });
  const lacking = Object.fromEntries(left.map((one) => [`to_${one.item}`, 'receiver_not_accepted']));
  assert.deepEqual(early.ok ? {} : early.refusal.fieldErrors, lacking);
  const taken = { grant, items: left.map((one) => one.item) };
  assert.equal(code(await takeOver(here.by(here.governance), taken)), 'not_allowed', 'nobody takes over from themself');
  assert.equal(code(await takeOver(district, taken)), 'not_allowed');
  assert.equal(code(await takeOver(secretary, { grant, items: ['promise-999'] })), 'no_longer_open');
  const due = async () => (await deskToday(secretary, {}))?.lines.some(({ act }) => act === 'take_over');
  assert.equal(await due(), true);
  assert.equal((await takeOverPage(secretary, { grant }))?.open[0]?.may, true);
  done(await takeOver(secretary, taken));
  assert.equal(await due(), false);
  assert.equal(code(await takeOver(secretary, taken)), 'taken_already');
  assert.equal((await takeOverPage(secretary, { grant }))?.open[0]?.may, false);
  assert.equal(await takeOverPage(district, { grant }), undefined);
  assert.ok(to[item]);
  done(await handOver(district, { grant, reason: '任期到了', ...to }));
  const came = (await inherited(secretary, {}))?.things.find(({ kind }) => kind === 'promise');
  assert.deepEqual(
    [came?.title, came?.kind, came?.open, came?.role],
    ['下口北移12米', 'promise', true, 'governance-secretary'],
  );
  assert.ok((came?.tried.length ?? 0) > 0);
  assert.equal(came?.keeper, null);
  const sent = await here.staff('governance-secretary');
  const successor = here.by(sent);
  const found = (await inherited(successor, {}))?.things;
  assert.deepEqual(
    found?.map(({ kind, open, keeper }) => [kind, open, keeper?.role]).sort(),
    [
      ['promise', true, 'party-secretary'],
      ['works', true, 'party-secretary'],
    ],
    'whoever is sent next finds all that was left, and with whom it is',
  );
  assert.ok((found?.find(({ kind }) => kind === 'promise')?.tried.length ?? 0) > 0);
  const begins = (from: string) => sql('update grants set from_at = $2 where person_id = $1', [sent, from]);
  await begins('2022-03-20T09:00:00+08:00');
  assert.deepEqual(await arrived(successor, {}), { left: 2 }, 'and is led there in the first month');
  await begins('2022-01-20T09:00:00+08:00');
  assert.equal(await arrived(successor, {}), undefined);
  assert.equal(await arrived(secretary, {}), undefined);
  await sql(`update grants set to_at = from_at + interval '1 hour' where person_id = $1`, [sent]);
  const letter = await boardKeepers(here.slug, { after: null });
  assert.deepEqual(
    letter?.kept.map(({ title, from, to }) => [title, from, to]),
    [
      [left[1]?.title, 'governance-secretary', 'party-secretary'],
      ['下口北移12米', 'governance-secretary', 'party-secretary'],
    ],
  );
  assert.deepEqual(
    letter?.kept.map(({ done: kept }) => kept),
    [false, false],
  );
  await sql(`update commitment set outcome = 'accepted' where community_id = $1`, [here.communityId]);
  assert.deepEqual(
    (await boardKeepers(here.slug, { after: null }))?.kept.map(({ kind, done: kept }) => [kind, kept]),
    [
      [left[1]?.kind, false],
      ['promise', true],
    ],
    'what was kept says so',
  );
  assert.equal(code(await takeOver(secretary, taken)), 'nothing_open');
  assert.deepEqual(await waits(), []);
  const last = await leftBehind(leaver, {});
  assert.deepEqual(
    [last?.hung.map((one) => [one.kind, one.to]), last?.others, last?.open],
    [
      [
        ['promise', 'party-secretary'],
        ['works', 'party-secretary'],
      ],
      ...[[], []],
    ],
    'on their last page whoever left reads who keeps what was theirs',
  );
  assert.deepEqual(
    (await myToday(here.governance, {})).over.map(({ community, role }) => [community, role]),
    [[here.slug, 'governance-secretary']],
  );
  const [row] = await sql<{ handover: string }>('select handover from term where community_id = $1', [
    here.communityId,
  ]);
  assert.equal(row?.handover, '任期到了');
});

test('a captain leaves in an open round: the doors not yet asked go to the next captain', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const entrance = here.entrance('15', 1);
  const leaving = here.captainBelow;
  const secretary = here.by(await here.staff('party-secretary'));
  const { id: grant } = await grantOf(here.communityId, leaving);
  const page = await handoverPage(secretary, { grant });
  assert.deepEqual(
    page?.open.map((one) => one.kind),
    ['doors'],
  );
  const item = `to_${page?.open[0]?.item}`;
  const wrong = await handOver(secretary, { grant, reason: '搬走了', [item]: String(here.captain) });
  assert.deepEqual(wrong.ok ? {} : wrong.refusal.fieldErrors, { [item]: 'receiver_cannot' });
  const phone = `139${String(Date.now()).slice(-8)}`;
  const asked = { phone, name: '新楼长', role: 'captain', entrances: [String(entrance)], until: '' };
  done(await giveGrant(secretary, asked));
  const [next] = await sql<{ id: number }>('select id from person where phone = $1', [phone]);
  done(await handOver(secretary, { grant, reason: '搬走了', [item]: String(next?.id) }));
  const held = await grantOf(here.communityId, next?.id ?? 0);
  assert.equal((await handoverPage(secretary, { grant: held.id }))?.open[0]?.kind, 'doors');
  assert.equal((await grantOf(here.communityId, leaving)).ended, true);
});

test('works are with whoever signed for them until the last day of the warranty, and then with nobody', async () => {
  const here = await makeBuilding();
  const district = here.by(await here.staff('district'));
  const { id: grant } = await grantOf(here.communityId, here.governance);
  const held = async () =>
    ((await handoverPage(district, { grant }))?.open ?? []).filter(({ kind }) => kind === 'works').length;
  assert.equal(await held(), 1, 'under way');
  const completed = (ago: string) =>
    sql(`update works set completed_at = now() - interval '${ago}', warranty_months = 24 where community_id = $1`, [
      here.communityId,
    ]);
  here.at(undefined);
  await completed('23 months');
  assert.equal(await held(), 1, 'under warranty');
  await completed('25 months');
  assert.equal(await held(), 0);
});

test('a key is handed over before a term can be closed; whoever has it now, and nobody else, gives it back', async () => {
  const here = await makeCommunity();
  here.at('2022-03-06');
  const leaving = await here.staff('governance-secretary');
  const staying = await here.staff('party-secretary');
  const [secretary, other] = [here.by(leaving), here.by(staying)];
  const key = { kind: 'key', title: '配电室钥匙', place: '值班室第二格' };
  assert.equal(code(await keepThing(here.by(await here.staff('hotline')), key)), 'not_allowed');
  assert.deepEqual(done(await keepThing(secretary, key)), { thing: 1 });
  done(await keepThing(secretary, { kind: 'document', title: '维修资金账本', place: '书记办公室' }));
  const { id: grant } = await grantOf(here.communityId, leaving);
  const open = (await handoverPage(other, { grant }))?.open ?? [];
  assert.deepEqual(
    open.map(({ kind, title }) => [kind, title]),
    [
      ['thing', '配电室钥匙 · 值班室第二格'],
      ['thing', '维修资金账本 · 书记办公室'],
    ],
  );
  assert.equal(code(await endThing(other, { thing: 1, ending: '还给物业了' })), 'not_with_you');
  done(await endThing(secretary, { thing: 2, ending: '交街道存档' }));
  assert.equal(code(await endThing(secretary, { thing: 2, ending: '再还一次' })), 'thing_ended');
  const [item = ''] = open.map((one) => one.item);
  assert.equal(code(await handOver(other, { grant, reason: '任期到了' })), 'receivers_lacking');
  done(await handOver(other, { grant, reason: '任期到了', [`to_${item}`]: String(staying) }));
  assert.deepEqual(
    (await things(other, {}))?.kept.map(({ title, mine }) => [title, mine]),
    [['配电室钥匙', true]],
  );
  assert.deepEqual(
    (await leftBehind(secretary, {}))?.others,
    [{ kind: 'thing', to: 'party-secretary', n: 1 }],
    'what does not hang on the board is told by number',
  );
  done(await endThing(other, { thing: 1, ending: '还给物业了' }));
  assert.deepEqual((await things(other, {}))?.kept, []);
});
