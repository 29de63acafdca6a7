import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personName } from './input';
import { hasPrivateUse, isChinese, nameOf } from './names';

const name = personName(40);
const why = (given: string) => name.safeParse(given).error?.issues[0]?.message;

test('the dot between the parts of a name is one, however it was typed', () => {
  for (const dot of ['·', '•', '‧', '・', '･', '∙', '⋅', ' · ', ' •', '.', '．'])
    assert.equal(name.parse(`阿不都热合曼${dot}艾力`), '阿不都热合曼·艾力', dot);
  assert.equal(name.parse('J. R. Smith'), 'J. R. Smith');
});

test('a rare character of an old font is its own in Unicode; what no table knows is explained', () => {
  const old: [string, string][] = [
    ['王\ue863', '王䶮'],
    ['\ue863', '䶮'],
    ['李\ue81f', '李㖞'],
    ['赵\ue854', '赵龺'],
    ['钱\ue862', '钱䴙'],
    ['孙\ue816', '孙\u{20087}'],
    ['周\ue864', '周龻'],
  ];
  for (const [written, kept] of old) assert.equal(name.parse(written), kept, written);
  for (const one of ['王\ue000', '王\uf8ff', '李\u{f0000}', '\ue814', '\ue865']) {
    assert.equal(why(one), 'name_private');
    assert.ok(hasPrivateUse(one));
  }
});

test('a name is letters that can be seen', () => {
  assert.equal(name.parse(' 王　芳 '), '王 芳');
  assert.equal(name.parse('ｗａｎｇ'), 'wang');
  for (const one of ['王\u202e芳', '王\u200b芳', '\u2066王芳', '王\u0007芳', '123', '王\u2028芳', '王\u00ad芳'])
    assert.equal(why(one), 'name_letters', JSON.stringify(one));
  for (const one of ['', ' ', '\u3000', '\ufe0f']) assert.equal(why(one), 'required', JSON.stringify(one));
  assert.equal(why('王\0芳'), 'unreadable');
});

test('a name in Chinese characters may be anybody’s; other letters among them, and radicals, are not', () => {
  for (const one of ['李士', '艾力·买买提', '王䶮', '〇芳', '𠮷野']) assert.ok(isChinese(nameOf(one)), one);
  for (const one of ['W\u0430ng Fang', '\u2ed3青', 'Wang', '王a', '李土1', '工ェ'])
    assert.ok(!isChinese(nameOf(one)), one);
});
