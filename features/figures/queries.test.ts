import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { linkCase, recordCase } from '@/features/cases/commands';
import { rememberColumns } from '@/features/exchange/commands';
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

test('months after which no case came in are not months without a complaint', async () => {
  const here = await makeCommunity();
  const worker = here.by(await here.staff('social-worker'));
  here.at('2022-03-01');
  const record = async (at: number) => {
    const given = { kind: 'complaint', source: 'walk_in', title: '灯不亮', words: `第${at}盏灯不亮`, place: '14号楼' };
    assert.ok((await recordCase(worker, { ...given, household: here.household('14', at) })).ok);
  };
  for (let at = 0; at < 3; at += 1) await record(at);
  here.at('2022-06-25');
  assert.ok((await keepSelection({ by: { system: 'selection_keep' }, community: here.slug }, {})).ok);
  const said = { heading: '说的啥', columns: { 说的啥: 'content' } };
  assert.ok((await rememberColumns(worker, said)).ok, 'something else is written down');
  here.at('2022-07-20');
  const board = await boardFigures(here.slug, {});
  assert.deepEqual([board?.volumes.map(({ month, volume }) => [month, volume]), board?.free], [[['2022-03', 3]], []]);
  await record(3);
  const later = await boardFigures(here.slug, {});
  here.at(undefined);
  assert.deepEqual(later?.free, ['2022-04', '2022-05', '2022-06', '2022-07'], 'with the next case one knows');
});

test('of what most complained of in a quarter it is told what was proposed about it: three and more, once the quarter is over', async () => {
  const here = await makeCounted({ '14': ['support'], '15': ['oppose'] });
  const worker = here.by(await here.staff('social-worker'));
  here.at('2023-01-10');
  const record = async (at: number) => {
    const given = { kind: 'complaint', source: 'walk_in', title: '坡滑', words: `第${at}回摔`, place: '14号楼前' };
    const made = await recordCase(worker, { ...given, home: '', household: here.household('14', at) });
    assert.ok(made.ok, JSON.stringify(made));
    return made.value.no;
  };
  const link = async (no: number) => assert.ok((await linkCase(worker, { case: no, proposal: 1, side: 'for' })).ok);
  const proposed = async () => (await boardFigures(here.slug, {}))?.proposed.map(({ no, cases }) => [no, cases]);
  for (let at = 0; at < 2; at += 1) await link(await record(at));
  const third = await record(2);
  here.at('2023-04-20');
  assert.deepEqual(await proposed(), [], 'two of three are put with it');
  await link(third);
  here.at('2023-03-18');
  assert.deepEqual(await proposed(), [], 'not over');
  here.at('2023-04-20');
  assert.deepEqual(await proposed(), [[1, 3]]);
  here.at(undefined);
});

test('what much is complained of and nothing proposed about is said with its count, and since which quarter; one proposal ends it', async () => {
  const here = await makeCounted({ '14': ['support'], '15': ['oppose'] });
  const worker = here.by(await here.staff('social-worker'));
  const [kind] = await here.sql<{ id: number }>(
    `insert into case_category (community_id, name) values ($1, '试的一类') returning id`,
    [here.communityId],
  );
  const record = async (at: number) => {
    const given = { kind: 'complaint', source: 'walk_in', title: '没灯', words: `第${at}回没灯`, place: '14号楼前' };
    const made = await recordCase(worker, {
      ...given,
      household: here.household('14', at % 4),
      categoryId: kind?.id,
    });
    assert.ok(made.ok, JSON.stringify(made));
    return made.value.no;
  };
  const open = async () =>
    (await boardFigures(here.slug, {}))?.shares
      .filter(({ since }) => since !== null)
      .map(({ name, cases, since }) => [name, cases, since]);
  here.at('2022-10-10');
  for (let at = 0; at < 3; at += 1) await record(at);
  here.at('2023-01-10');
  for (let at = 0; at < 2; at += 1) await record(at);
  here.at('2023-04-20');
  assert.deepEqual(await open(), [], 'two are too few to be told');
  here.at('2023-05-10');
  const last = [await record(0), await record(1), await record(2)];
  here.at('2023-06-18');
  assert.deepEqual(await open(), [], 'not over');
  here.at('2023-06-19');
  assert.deepEqual(await open(), [['试的一类', 3, '2023-2']], 'since the quarter before it had too few');
  here.at('2023-08-10');
  for (let at = 0; at < 4; at += 1) await record(at);
  here.at('2023-10-20');
  assert.deepEqual(await open(), [['试的一类', 4, '2023-2']]);
  assert.ok((await linkCase(worker, { case: last[0] ?? 0, proposal: 1, side: 'for' })).ok);
  assert.deepEqual(await open(), [['试的一类', 4, '2023-3']], 'something was proposed of an earlier quarter');
  here.at(undefined);
});
