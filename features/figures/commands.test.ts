import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity } from '@/tests/fixture';
import { recordFigures } from './commands';
import { boardFigures, deskFigures } from './queries';

after(closeAll);

const period = {
  from: '2022-02-19',
  to: '2022-03-18',
  profile: 'beijing_district_2025',
  effective: '188',
  contacted: '188',
  resolved: '185',
  satisfied: '184',
};

test('counts are recorded once; the board shows exact fractions and says what was derived', async () => {
  const here = await makeCommunity();
  here.at('2022-03-20');
  const hotline = await here.staff('hotline');
  done(await recordFigures(here.by(hotline), period));
  assert.equal(code(await recordFigures(here.by(hotline), period)), 'period_known');
  const derived = { derivedZh: '按报纸上的比例推的', derivedEn: 'from the printed share' };
  done(await recordFigures(here.by(hotline), { ...period, from: '2022-01-19', to: '2022-02-18', ...derived }));
  const board = await boardFigures(here.slug, {});
  assert.ok(board);
  const [newest, older] = board.periods;
  assert.deepEqual(newest?.rates.satisfaction, { n: '184', d: '188', pct: '97.87' });
  assert.equal(newest?.derived, null);
  assert.deepEqual(older?.derived, { zh: '按报纸上的比例推的', en: 'from the printed share' });
  assert.equal(board.baseline?.from, '2022-01-19');
  const [leaf] = await here.leaves();
  assert.equal(leaf?.subject, 'figures/2022-02-19/2022-03-18');
});

test('without callbacks there is no rate', async () => {
  const here = await makeCommunity();
  const hotline = await here.staff('hotline');
  const none = { effective: '0', contacted: '0', resolved: '0', satisfied: '0' };
  done(await recordFigures(here.by(hotline), { ...period, ...none }));
  const board = await boardFigures(here.slug, {});
  assert.deepEqual(board?.periods[0]?.rates, { response: null, resolution: null, satisfaction: null, composite: null });
});

test('more of anything than callbacks, a period that runs backwards, a neighbour who records: refused', async () => {
  const here = await makeCommunity();
  const hotline = await here.staff('hotline');
  const refused = await recordFigures(here.by(hotline), { ...period, resolved: '189' });
  assert.ok(!refused.ok);
  assert.equal(refused.refusal.fieldErrors?.resolved, 'more_than_effective');
  const backwards = await recordFigures(here.by(hotline), { ...period, to: '2022-02-01' });
  assert.ok(!backwards.ok);
  assert.equal(backwards.refusal.fieldErrors?.to, 'invalid');
  const neighbour = await here.resident(here.household('14', 0));
  const auditor = await here.staff('auditor');
  for (const other of [neighbour, auditor])
    assert.equal(code(await recordFigures(here.by(other), period)), 'not_allowed');
  assert.equal(await deskFigures(here.by(neighbour), {}), undefined);
  assert.equal((await deskFigures(here.by(hotline), {}))?.mayRecord, true);
  assert.equal((await deskFigures(here.by(await here.staff('social-worker')), {}))?.mayRecord, false);
});
