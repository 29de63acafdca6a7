import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personName } from './input';
import { lookalikeOf, sameLetters, skeleton } from './lookalike';

test('attack 6, confusable names: what looks the same has one skeleton, other names have others', () => {
  const alike: [string, string][] = [
    ['王芳', '王\u200b芳'],
    ['文明', '\u2f42明'],
    ['Wang Fang', 'W\u0430ng Fang'],
    ['Wang Fang', 'ｗａｎｇ　ｆａｎｇ'],
    ['Oliver', '0liver'],
    ['Paul', 'РаuІ'],
    ['长青', '\u2ed3青'],
  ];
  for (const [one, other] of alike) assert.equal(skeleton(one), skeleton(other), `${one} ${other}`);
  const names = ['王芳', '王方', '汪芳', '李娜', '李丽', '刘洋', '刘阳', '赵敏', '赵明', 'Wang Fang', 'Wang Fan'];
  assert.equal(new Set(names.map(skeleton)).size, names.length);
});

test('attack 6, confusable names: the first of those in office is named; nobody is taken for a name without letters', () => {
  const staff = [{ name: null }, { name: '李娜' }, { name: '王芳' }];
  assert.equal(lookalikeOf('王 芳', staff)?.name, '王芳');
  assert.equal(lookalikeOf('王方', staff), undefined);
  assert.equal(lookalikeOf('···', [{ name: '——' }]), undefined);
  assert.ok(sameLetters('王芳', '王 芳') && !sameLetters('Wang', 'W\u0430ng'));
});

test('attack 6, bidi and zero-width characters: a name is letters that can be seen', () => {
  const name = personName(40);
  assert.equal(name.parse(' 王　芳 '), '王 芳');
  assert.equal(name.parse('阿不都热合曼·艾力'), '阿不都热合曼·艾力');
  for (const bad of ['王\u202e芳', '王\u200b芳', '\u2066王芳', '王\u0007芳', '\u3164', '123', '王\ue000芳'])
    assert.equal(name.safeParse(bad).success, false, JSON.stringify(bad));
});
