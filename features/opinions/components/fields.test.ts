import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proofFields, saidFields, spokenProofFields } from './fields';

const witnesses = [{ id: 7, name: '孙丽' }];
const field = (name: string, fields: readonly object[]) =>
  (fields as { name: string; defaultValue?: string; options?: { value: string }[] }[]).find((one) => one.name === name);

test('how the last one was proved is filled in at the next door, and never who was there', () => {
  const fields = proofFields('zh', witnesses, { habit: { channel: 'paper', proof: 'read_back' } });
  assert.equal(field('channel', fields)?.defaultValue, 'paper');
  assert.equal(field('proof', fields)?.defaultValue, 'read_back');
  assert.equal(field('witness', fields)?.defaultValue, undefined);
  assert.equal(field('witnessName', fields)?.defaultValue, undefined);
});

test('whoever says it anew begins with what they chose and without the words said with it, and is told so', () => {
  const before = { stance: 'oppose', ground: 'noise', condition: null, words: '路离我家窗太近' };
  const [first, again] = [saidFields('zh', 1), saidFields('zh', 1, before)];
  assert.equal(field('stance', again)?.defaultValue, 'oppose');
  assert.equal(field('ground', again)?.defaultValue, 'noise');
  assert.equal(field('words', again)?.defaultValue, undefined);
  assert.match(JSON.stringify(field('words', again)), /不会跟过来/);
  assert.doesNotMatch(JSON.stringify(field('words', first)), /不会跟过来/);
});

test('where nobody is to knock, only what is done without knocking is offered', () => {
  const habit = { channel: 'door', proof: 'read_back' };
  for (const [fields, ways] of [
    [proofFields('zh', witnesses, { habit, quiet: true }), ['paper', 'phone']],
    [spokenProofFields('zh', { quiet: true }), ['phone']],
    [proofFields('zh', witnesses), ['door', 'paper', 'phone']],
    [spokenProofFields('zh'), ['door', 'phone']],
  ] as const) {
    const channel = field('channel', fields);
    assert.deepEqual(
      channel?.options?.map(({ value }) => value),
      ways,
    );
    assert.equal(channel?.defaultValue, ways.find((way) => way === 'door') ?? 'phone');
  }
});
