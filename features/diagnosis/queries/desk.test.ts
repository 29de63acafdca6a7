import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { choosing } from '@/features/cohorts/queries/desk';
import { keepSelection } from '@/features/topics/commands/selection';
import { COMPONENTS, WEIGHTS } from '@/features/topics/rules/selection';
import { makeDistrict } from '@/tests/district';
import { at, closeAll, makeCommunity } from '@/tests/fixture';
import { deskDiagnosis } from './desk';

after(closeAll);

test('a diagnosis shows the very counts its community is chosen by, with the day they are of', async () => {
  at('2022-03-10');
  const here = await makeCommunity();
  const of = await makeDistrict([here]);
  const chooser = await of.office('organisation');
  const worker = here.by(await here.staff('social-worker'));
  const counted = async () => (await deskDiagnosis(worker, {}))?.counted;
  assert.equal(await counted(), null, 'nothing was counted yet');
  const tell = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      const words = `第${time + 1}回，电梯又停了`;
      const given = { kind: 'complaint', source: 'walk_in', title: '电梯又停了', words, place: '14号楼' };
      assert.ok((await recordCase(worker, { ...given, household: here.household('14', time) })).ok);
    }
  };
  await tell(7);
  at('2022-03-19');
  const kept = await keepSelection({ by: { system: 'selection_keep' }, community: here.slug }, {});
  assert.ok(kept.ok, JSON.stringify(kept));
  await tell(3);
  const last = await counted();
  const list = await choosing(chooser, { district: of.slug, weights: WEIGHTS, many: 1 });
  const ranked = list?.ranked[0];
  assert.equal(last?.day, '2022-03-19');
  assert.equal(ranked?.of.day, last?.day);
  assert.deepEqual(
    [last?.counts.volume, last?.counts.repeats],
    [7, 6],
    'what came since is counted the next time; the first of a matter repeats nothing',
  );
  for (const name of COMPONENTS) {
    const count: number = last?.counts[name] ?? 0;
    assert.equal(ranked?.of.shown[name], count < 5 ? null : count, name);
  }
});
