import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { makeCounted } from '@/tests/agreeing';
import { closeAll, makeCommunity } from '@/tests/fixture';
import { boardFigures } from './queries';

after(closeAll);

test('a community where nothing has happened has no figures and no noughts', async () => {
  const here = await makeCommunity();
  const board = await boardFigures(here.slug, {});
  assert.deepEqual([board?.periods, board?.states, board?.coverage, board?.baseline], [[], [], [], null]);
  assert.equal(await boardFigures('nobody', {}), undefined);
});

test('coverage of a closed round: every household is heard or not heard, and the drafts of proposals do not count', async () => {
  const here = await makeCounted({ '14': ['support', 'support', 'support', 'oppose'], '15': ['oppose', 'oppose'] });
  await here.sql(
    `insert into proposal (community_id, kind, title, place, problem, author_id)
     values ($1, 'path_green', '没交的', '14', '坡', $2)`,
    [here.communityId, here.author],
  );
  const board = await boardFigures(here.slug, {});
  assert.deepEqual(board?.coverage, [
    { round: 1, k: 1, title: '一条下坡的路', households: 20, heard: 6, notHeard: 14 },
  ]);
  assert.deepEqual(board?.states, [{ state: 'consulting', count: 1 }]);
});
