import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { communityNamed } from '@/lib/site';
import { makeConsultation } from './consultation';
import { closeAll, sql } from './fixture';

after(closeAll);

test('a demonstration says when its round has run out and nobody went on', async () => {
  const here = await makeConsultation();
  const slug = 'demo';
  await sql(`update community set slug = slug || '-before' where slug = $1`, [slug]);
  await sql(`update community set slug = $1, invented = true where id = $2`, [slug, here.communityId]);
  const over = async () => (await communityNamed(slug))?.over;
  assert.equal(await over(), true, 'no round runs');
  await sql(
    `insert into plan (community_id, proposal_id, version, title, state, drafted_by, hash)
     values ($1, $2, 1, '方案', 'published', $3, '\\x00')`,
    [here.communityId, here.proposalId, here.worker],
  );
  await sql(
    `insert into round (community_id, no, proposal_id, k, plan_version, opens_at, closes_at, opened_by)
     values ($1, 1, $2, 1, 1, '2022-03-01T00:00:00+08:00', '2022-03-13T00:00:00+08:00', $3)`,
    [here.communityId, here.proposalId, here.worker],
  );
  here.at('2022-03-12T23:59');
  assert.equal(await over(), false);
  here.at('2022-03-13T00:00');
  assert.equal(await over(), true);
  await sql(`update round set state = 'closed', summarised_by = $2 where community_id = $1`, [
    here.communityId,
    here.worker,
  ]);
  assert.equal(await over(), false, 'somebody has summed it up');
  await sql(`update round set summarised_by = null where community_id = $1`, [here.communityId]);
  assert.equal(await over(), true);
  await sql(`update proposal set state = 'redesign' where community_id = $1`, [here.communityId]);
  assert.equal(await over(), false, 'somebody went on');
  await sql(`update community set slug = 'demo-after-' || id where id = $1`, [here.communityId]);
});
