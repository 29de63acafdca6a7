import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { keepSelection } from '@/features/topics/commands/selection';
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

test('months in which nobody writes anything down any more are not months without a complaint', async () => {
  const here = await makeCommunity();
  const worker = here.by(await here.staff('social-worker'));
  here.at('2022-03-01');
  for (let at = 0; at < 3; at += 1) {
    const given = { kind: 'complaint', source: 'walk_in', title: '灯不亮', words: `第${at}盏灯不亮`, place: '14号楼' };
    assert.ok((await recordCase(worker, { ...given, household: here.household('14', at) })).ok);
  }
  here.at('2022-06-25');
  assert.ok((await keepSelection({ by: { system: 'selection_keep' }, community: here.slug }, {})).ok);
  here.at('2022-07-20');
  const board = await boardFigures(here.slug, {});
  here.at(undefined);
  assert.deepEqual([board?.volumes.map(({ month, volume }) => [month, volume]), board?.free], [[['2022-03', 3]], []]);
});
