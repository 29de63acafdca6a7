import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity } from '@/tests/fixture';
import { correctFigures, recordFigures } from './commands';
import { boardFigures, deskFigures } from './queries';
import { sayingOf } from './rules';

after(closeAll);

const period = {
  from: '2022-02-19',
  to: '2022-03-18',
  profile: 'beijing_district_2025',
  effective: '188',
  contacted: '188',
  resolved: '185',
  satisfied: '184',
  fairlySatisfied: '0',
};
type Given = Partial<Record<keyof typeof period | 'derivedZh' | 'derivedEn', string>>;

/** As whoever has looked at what would be published sends it. */
const looked = (change: Given = {}) => {
  const given = { ...period, ...change };
  const count = (text: string) => (text === '' ? null : Number(text));
  const counts = {
    effective: Number(given.effective),
    contacted: count(given.contacted),
    resolved: count(given.resolved),
  };
  const happy = { satisfied: count(given.satisfied), fairlySatisfied: count(given.fairlySatisfied) };
  return { ...given, looked: sayingOf({ ...given, ...counts, ...happy }) };
};

test('counts are recorded once; the board shows exact fractions and says what was derived', async () => {
  const here = await makeCommunity();
  here.at('2022-03-20');
  const hotline = await here.staff('hotline');
  done(await recordFigures(here.by(hotline), looked()));
  assert.equal(code(await recordFigures(here.by(hotline), looked())), 'period_known');
  const derived = { derivedZh: '按报纸上的比例推的', derivedEn: 'from the printed share' };
  done(await recordFigures(here.by(hotline), looked({ from: '2022-01-19', to: '2022-02-18', ...derived })));
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

test('nothing is published before somebody has looked at what it says, and as they saw it', async () => {
  const here = await makeCommunity();
  const hotline = await here.staff('hotline');
  const first = await recordFigures(here.by(hotline), period);
  assert.ok(!first.ok && first.refusal.code === 'look_again');
  assert.equal(first.refusal.details?.resolution, '185/188 = 98.40%');
  const changed = { ...period, resolved: '100', looked: String(first.refusal.details?.saying) };
  assert.equal(code(await recordFigures(here.by(hotline), changed)), 'look_again');
  done(await recordFigures(here.by(hotline), { ...period, looked: String(first.refusal.details?.saying) }));
});

test('what is left blank was not reported: no rate is made of it, and it is not nought', async () => {
  const here = await makeCommunity();
  const hotline = await here.staff('hotline');
  const blank = { effective: '100', contacted: '', resolved: '90', satisfied: '', fairlySatisfied: '' };
  done(await recordFigures(here.by(hotline), looked(blank)));
  const shown = (await boardFigures(here.slug, {}))?.periods[0];
  assert.deepEqual(shown?.rates, {
    response: null,
    resolution: { n: '90', d: '100', pct: '90.00' },
    satisfaction: null,
    composite: null,
  });
  assert.deepEqual(shown?.counts, { contacted: null, resolved: 90, satisfied: null, fairlySatisfied: null });
  for (const bad of ['1e2', '0x10', '1.5', '-1', '1 00']) {
    const refused = await recordFigures(here.by(hotline), { ...period, effective: bad });
    assert.ok(!refused.ok && refused.refusal.fieldErrors?.effective === 'number', bad);
  }
  const none = await recordFigures(here.by(hotline), { ...period, effective: ' ' });
  assert.ok(!none.ok && none.refusal.fieldErrors?.effective === 'required');
});

test('periods do not share a day and are over; a correction with its reason stands in the place of the first', async () => {
  const here = await makeCommunity();
  here.at('2022-05-10');
  const hotline = await here.staff('hotline');
  done(await recordFigures(here.by(hotline), looked()));
  for (const [from, to] of [
    ['2022-03-18', '2022-04-18'],
    ['2022-01-19', '2022-02-19'],
    ['2022-03-01', '2022-03-02'],
    ['2022-01-01', '2022-04-30'],
  ])
    assert.equal(code(await recordFigures(here.by(hotline), looked({ from, to }))), 'period_overlaps', `${from} ${to}`);
  for (const to of ['2022-05-10', '2022-05-31', '2023-01-01'])
    assert.equal(code(await recordFigures(here.by(hotline), looked({ from: '2022-04-19', to }))), 'period_not_over');
  const first = (await boardFigures(here.slug, {}))?.periods[0];
  const right = { ...looked({ resolved: '180', to: '2022-03-31' }), corrects: String(first?.id) };
  assert.equal(code(await correctFigures(here.by(hotline), right)), 'invalid');
  const reason = '有五件报重了';
  const unseen = await correctFigures(here.by(hotline), { ...right, looked: '', reason });
  assert.equal(code(unseen), 'look_again');
  done(await correctFigures(here.by(hotline), { ...right, reason }));
  assert.equal(code(await correctFigures(here.by(hotline), { ...right, reason })), 'corrected_already');
  const board = await boardFigures(here.slug, {});
  assert.equal(board?.periods.length, 1);
  assert.deepEqual([board?.periods[0]?.corrected?.reason, board?.periods[0]?.counts.resolved], [reason, 180]);
  assert.equal(board?.baseline?.to, '2022-03-31');
  done(await recordFigures(here.by(hotline), looked({ from: '2022-04-01', to: '2022-04-30' })));
});

test('without callbacks there is no rate', async () => {
  const here = await makeCommunity();
  const hotline = await here.staff('hotline');
  const none = { effective: '0', contacted: '0', resolved: '0', satisfied: '0' };
  done(await recordFigures(here.by(hotline), looked(none)));
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
  assert.equal(backwards.refusal.fieldErrors?.to, 'period_backwards');
  const neighbour = await here.resident(here.household('14', 0));
  const auditor = await here.staff('auditor');
  for (const other of [neighbour, auditor])
    assert.equal(code(await recordFigures(here.by(other), period)), 'not_allowed');
  assert.equal(await deskFigures(here.by(neighbour), {}), undefined);
  assert.equal((await deskFigures(here.by(hotline), {}))?.mayRecord, true);
  assert.equal((await deskFigures(here.by(await here.staff('social-worker')), {}))?.mayRecord, false);
});
