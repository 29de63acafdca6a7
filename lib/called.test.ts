import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calledIn } from './called';

const nobody = { name: null, offices: [], captainOf: [], livesIn: [] };
const sun = { ...nobody, name: '孙建华', captainOf: ['14'], livesIn: ['14', '15'] };

test('a form calls its sender by what they are in that room', () => {
  assert.deepEqual(calledIn('act', sun), {
    zh: '14、15号楼居民 孙建华',
    en: '孙建华, resident of building 14, 15',
  });
  assert.equal(calledIn('door', sun).zh, '14号楼楼门长 孙建华');
  const staff = { ...nobody, name: '王晓燕', offices: ['social-worker', 'auditor'] as const };
  assert.equal(calledIn('desk', staff).zh, '社工、审计 王晓燕');
  assert.equal(calledIn('door', staff).en, '王晓燕, Social worker, Auditor');
});

test('who lives and works nowhere there is called by name, who has none is the reader', () => {
  assert.equal(calledIn('me', { ...nobody, name: '138****0010' }).zh, '138****0010');
  assert.deepEqual(calledIn('act', nobody), { zh: '您本人', en: 'yourself' });
});
