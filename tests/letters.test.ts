import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadsTo, rooms, sortOf } from '@/features/rooms';
import { isLocalAddress } from '@/lib/addresses';
import type { LetterSort } from '@/lib/letters';

const sorts = rooms.flatMap(({ letters }) => Object.values<LetterSort>(letters ?? {}));
/** Whatever any letter says of what it is about. */
const detail = {
  title: '修一条路',
  wording: '晚上太吵',
  reason: '房号对不上',
  askInstead: '物业前台',
  agency: '物业',
  due: '2022-03-08T01:00:00.000Z',
  into: 3,
  role: 'captain',
  at: { building: '14', entrance: 2 },
  open: 'promise',
  count: 3,
  words: 2,
  purpose: '报街道',
  rows: 51,
  hours: 24,
  place: '社区活动室',
  starts: '2022-03-08T01:00:00.000Z',
  was: '2022-03-07T01:00:00.000Z',
  heads: 2,
  state: 'taken',
};

test('no two rooms write letters of one kind', () => {
  const kinds = sorts.map((sort) => sort.kind);
  assert.ok(kinds.length > 25);
  assert.equal(new Set(kinds).size, kinds.length);
});

for (const sort of sorts)
  test(`a letter ${sort.kind} has words, and leads to a page of this house, in both languages`, () => {
    for (const say of [sort.words.zh, sort.words.en]) assert.match(say(detail as never), /\S.{8}/);
    const letter = { kind: sort.kind, community: 'zhuguang', no: 7, detail };
    assert.ok(isLocalAddress(leadsTo(letter, 'zh')));
    assert.equal(leadsTo(letter, 'en'), `/en${leadsTo(letter, 'zh')}`);
  });

test('who is given an office is led to where it is held', () => {
  const leads = (role: string) =>
    leadsTo({ kind: 'grant_given', community: 'zhuguang', no: 7, detail: { role, at: null } }, 'zh');
  assert.deepEqual([leads('captain'), leads('hotline')], ['/door/zhuguang', '/desk/zhuguang']);
});

test('a kind nobody writes any more leads to what waits for me', () => {
  assert.equal(sortOf('gone'), undefined);
  assert.equal(leadsTo({ kind: 'gone', community: 'zhuguang', no: 7, detail: {} }, 'zh'), '/me');
});

test('a duty is named with its entrance, one in the whole community without', () => {
  const said = (at: object | null) => sortOf('grant_given')?.words.zh({ role: 'captain', at } as never);
  assert.equal(said({ building: '14', entrance: 2 }), '给了您一份工作：楼门长 · 14号楼2单元。');
  assert.equal(said(null), '给了您一份工作：楼门长。');
});
