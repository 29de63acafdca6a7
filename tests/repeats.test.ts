import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { postCase, recordCase } from '@/features/cases/commands';
import { takeDownCase } from '@/features/cases/commands/down';
import { dismissObjection } from '@/features/orders/commands/give';
import { joinCase } from '@/features/orders/commands/household';
import { objectCase } from '@/features/orders/commands/work';
import { addComment } from '@/features/proposals/commands/comment';
import { goneOn } from '@/lib/repeats';
import { closeAll, sql } from './fixture';
import { given, office, value } from './office';

after(closeAll);

test('the same words sent again are the act that was done, until something else was done with the same thing', async () => {
  const of = await office();
  const secretary = await of.place.staff('party-secretary');
  const resident = await of.place.resident(of.place.household('14', 0));
  const written = { kind: 'complaint', source: 'web', title: '灯不亮', words: '三天了', place: '14号楼' };
  const home = { household: of.place.household('14', 0) };
  const { no } = value(await recordCase(of.place.by(resident, 'written'), { ...written, ...home }));
  const put = { case: no, title: '楼道灯不亮', place: '14号楼' };
  const post = (key: string) => postCase(of.place.by(of.worker, key), put);
  const on = (key: string) => goneOn(of.by(of.worker), { key });
  const first = await post('first');
  value(first);
  assert.equal(await on('first'), false, 'Back, and sent again');
  assert.deepEqual(await post('first'), first);
  value(await takeDownCase(of.by(secretary), { case: no, reason: '写到人了' }));
  assert.equal(await on('first'), true);
  assert.deepEqual(await post('first'), first, 'by its key it is still what it was');
  value(await post('second'));
  assert.equal(await on('second'), false, 'and twice it is one');
  const hangs = await sql('select posted_at is not null as hangs from cases where community_id = $1 and no = $2', [
    of.place.communityId,
    no,
  ]);
  assert.deepEqual(hangs, [{ hangs: true }]);
});

test('an order that is sent back, refused, and sent back in the same words is sent back twice', async () => {
  const of = await office();
  const no = await given(of);
  const said = { case: no, reason: '不归我们管' };
  const [handler] = await sql<{ id: number }>(
    'select handler_id as id from cases where community_id = $1 and no = $2',
    [of.place.communityId, no],
  );
  const by = (key: string) => of.place.by(handler?.id ?? of.worker, key);
  const sent = await objectCase(by('sent'), said);
  value(sent);
  assert.equal(await goneOn(of.by(of.worker), { key: 'sent' }), false);
  value(await dismissObjection(of.by(of.hotline), { case: no, reason: '归你们' }));
  assert.equal(await goneOn(of.by(of.worker), { key: 'sent' }), true);
  value(await objectCase(by('again'), said));
});

test('what only adds something is the same however much was said since; what moves a thing to and fro is not', () => {
  for (const one of [recordCase, joinCase, addComment]) assert.equal(one.recurs, false, one.act);
  for (const one of [postCase, takeDownCase, objectCase, dismissObjection]) assert.equal(one.recurs, true, one.act);
});
