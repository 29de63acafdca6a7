import assert from 'node:assert/strict';
import { test } from 'node:test';
import known from '@/db/seed/complaints.json';
import { alikeAmong, isElsewhere } from './alike';

const titled = Object.entries(known as Record<string, string[]>).flatMap(([matter, texts]) =>
  texts.map((text, at) => ({ matter, title: [...text].slice(0, 18).join(''), place: `${1 + 3 * (at % 4)}号楼` })),
);

test('of what hangs at the place seven in ten find one of their own matter, and of the first two four in five are', () => {
  let [shown, right, hit, of, elsewhere] = [0, 0, 0, 0, 0];
  for (const [at, said] of titled.entries()) {
    if (said.matter === '' || at % 8 !== 0) continue;
    const open = titled.filter((one, other) => other !== at && one.place === said.place);
    const found = alikeAmong(said, open, '').slice(0, 2);
    const same = found.filter((one) => open[one]?.matter === said.matter).length;
    [shown, right, of] = [shown + found.length, right + same, of + 1];
    hit += Number(same > 0);
    elsewhere += alikeAmong({ ...said, place: '30号楼' }, open, '').length;
  }
  assert.ok(hit / of >= 0.7, `found ${hit} of ${of}`);
  assert.ok(right / shown >= 0.8, `${right} of ${shown} are right`);
  assert.ok(elsewhere / of <= 0.2, `${elsewhere} far away`);
});

test('at the place it may be worded otherwise; elsewhere it must say nearly the same', () => {
  const open = [
    { title: '楼道里的灯不亮', place: '14号楼2单元' },
    { title: '顶楼漏水', place: '14号楼2单元' },
  ];
  const like = (title: string, place: string) => alikeAmong({ title, place }, open, '珠光逸景');
  assert.deepEqual(like('声控灯坏了', '14号楼'), [0]);
  assert.deepEqual(like('声控灯坏了', '3号楼'), []);
  assert.deepEqual(like('楼道里的灯不亮', '3号楼'), [0]);
  assert.deepEqual(like('电动车没处充电', '14号楼'), []);
});

test('who says where is not held up by what is said of another place; where one of them says nothing, it may be there', () => {
  const elsewhere = (one: string, other: string) => isElsewhere({ place: one }, { place: other }, '珠光逸景');
  assert.equal(elsewhere('14号楼1单元', '南路'), true);
  assert.equal(elsewhere('14号楼1单元', '14号楼'), false);
  assert.equal(elsewhere('14号楼1单元', '15号楼'), false, 'next to it');
  assert.equal(elsewhere('', '南路'), false);
  assert.equal(elsewhere('14号楼', '珠光逸景'), false, 'the whole of it');
});
