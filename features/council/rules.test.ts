import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demandState, halfOf, MOST_STEPS, stepsIn, wantsWhy } from './rules';

test('a half of a year ends with June and with December, in Shanghai', () => {
  const half = (text: string) => halfOf(new Date(text));
  assert.equal(half('2022-06-30T23:59:59+08:00'), '2022-1');
  assert.equal(half('2022-07-01T00:00:00+08:00'), '2022-2');
  assert.equal(half('2022-12-31T23:59:59+08:00'), '2022-2');
  assert.equal(half('2023-01-01T00:00:00+08:00'), '2023-1');
});

test('steps are typed one a line, what and by which day; a line that cannot be read is named', () => {
  const read = stepsIn('量尺寸 2022-05-01\n\n装扶手｜2022年5月20日');
  assert.ok(read.ok);
  assert.deepEqual(read.value, [
    { name: '量尺寸', dueOn: '2022-05-01' },
    { name: '装扶手', dueOn: '2022-05-20' },
  ]);
  for (const bad of ['装扶手', '装扶手 2022-02-30', '2022-05-01']) {
    const refused = stepsIn(`量尺寸 2022-05-01\n${bad}`);
    assert.ok(!refused.ok && refused.refusal.code === 'steps_unclear' && refused.refusal.details?.line === bad, bad);
  }
  const many = (n: number) => stepsIn(Array.from({ length: n }, (_, at) => `第${at}步 2022-05-01`).join('\n'));
  assert.equal(many(MOST_STEPS).ok, true);
  assert.equal(many(MOST_STEPS + 1).ok, false);
});

test('what is needed stands where it was taken last', () => {
  const none = { withdrawn: false, project: null, claims: 0 };
  assert.equal(demandState(none), 'open');
  assert.equal(demandState({ ...none, claims: 1 }), 'claimed');
  assert.equal(demandState({ ...none, claims: 1, project: 3 }), 'project');
  assert.equal(demandState({ ...none, claims: 1, withdrawn: true }), 'withdrawn');
  assert.deepEqual((['done', 'partly', 'not'] as const).map(wantsWhy), [false, true, true]);
});
