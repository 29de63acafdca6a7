import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskToday } from '@/features/desk/queries';
import { giveGrant, revokeGrant } from '@/features/people/commands/grant';
import { planMilestone } from '@/features/works/commands/report';
import { makeBuilding } from '@/tests/building';
import { code, done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { handOver } from './commands';
import { handoverPage } from './queries';

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
  assert.ok(await handoverPage(district, { grant }));
  done(await handOver(district, { grant, reason: '任期到了', [item]: String(person) }));
  assert.deepEqual(await waits(), []);
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
