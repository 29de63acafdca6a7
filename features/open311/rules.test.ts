import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE_STATES } from '@/db/words/orders';
import { keyOf, momentOf, nameIn, numbersIn, servicesIn, spanOf, statesOf, statusesIn, statusOf, w3c } from './rules';
import { bodyOf } from './rules/answer';

const day = 86_400_000;
const now = new Date('2022-06-20T01:00:00Z');

test('ninety days are asked for at once, to the second, and what is left open is filled in', () => {
  const from = new Date('2022-01-01T00:00:00Z');
  const at = (days: number, ms = 0) => new Date(from.getTime() + days * day + ms);
  assert.ok(spanOf(from, at(90), now).ok);
  const long = spanOf(from, at(90, 1), now);
  assert.equal(long.ok ? '' : long.refusal.code, 'span_too_long');
  const back = spanOf(at(1), from, now);
  assert.equal(back.ok ? '' : back.refusal.code, 'span_backwards');
  assert.ok(spanOf(from, from, now).ok);
  const value = (a: Date | null, b: Date | null) => {
    const found = spanOf(a, b, now);
    return found.ok ? [found.value.from, found.value.to] : null;
  };
  assert.deepEqual(value(null, null), [new Date(now.getTime() - 90 * day), now]);
  assert.deepEqual(value(from, null), [from, at(90)]);
  assert.deepEqual(value(null, at(90)), [from, at(90)]);
});

test('moments with their zone, days of Shanghai, and nothing else', () => {
  const iso = (text: string) => momentOf(text)?.toISOString() ?? null;
  assert.equal(iso('2022-03-05'), '2022-03-04T16:00:00.000Z');
  assert.equal(iso('2022-03-05T09:00:00+08:00'), '2022-03-05T01:00:00.000Z');
  assert.equal(iso('2022-03-05T09:00:00 08:00'), '2022-03-05T01:00:00.000Z', 'a + nobody encoded');
  assert.equal(iso('2022-03-05T09:00Z'), '2022-03-05T09:00:00.000Z');
  assert.equal(iso('2022-03-05T09:00:00.5-05:00'), '2022-03-05T14:00:00.500Z');
  for (const text of ['', 'now', '2022-02-30', '2022-03-05T09:00:00', '2022-03-05T25:00:00Z', '5/3/2022', '2022-3-5'])
    assert.equal(momentOf(text), null, text);
  assert.equal(w3c(new Date('2022-03-05T01:00:00.999Z')), '2022-03-05T09:00:00+08:00');
});

test('every state is open or closed, and each is asked for by one of them', () => {
  for (const state of CASE_STATES) assert.ok(statesOf(statusOf(state)).includes(state));
  assert.equal(statesOf('open').length + statesOf('closed').length, CASE_STATES.length);
  assert.deepEqual(statusesIn(' Open,closed'), ['open', 'closed']);
  assert.deepEqual(statusesIn('open,open'), ['open']);
  assert.equal(statusesIn('open,fixed'), null);
  assert.equal(statusesIn(''), null);
  assert.deepEqual(numbersIn('1, 2,x,0,-3,99999999999,7'), [1, 2, 7]);
});

test('services are the last levels that are in use; a level whose own are all retired is one again', () => {
  const row = (id: number, parentId: number | null, name: string, retired = false) => ({
    id,
    parentId,
    name,
    retiredAt: retired ? now : null,
  });
  const rows = [
    row(1, null, '住房'),
    row(2, 1, '物业'),
    row(3, 2, '停车'),
    row(4, 2, '卫生', true),
    row(5, null, '交通', true),
    row(6, 5, '公交'),
    row(7, null, '环境'),
    row(8, 7, '噪声', true),
  ];
  assert.deepEqual(
    servicesIn(rows).map(({ code, path }) => [code, path.join('/')]),
    [
      ['7', '环境'],
      ['3', '住房/物业/停车'],
    ].sort(([, a = ''], [, b = '']) => a.localeCompare(b, 'zh')),
  );
  assert.deepEqual(servicesIn([]), []);
});

test('a key is the same for the same form, another for another, and nobody’s without the secret', () => {
  assert.equal(keyOf('s', 'a'), keyOf('s', 'a'));
  assert.notEqual(keyOf('s', 'a'), keyOf('s', 'b'));
  assert.notEqual(keyOf('s', 'a'), keyOf('t', 'a'));
  assert.match(keyOf('s', 'a'), /^tx_[\w-]{43}$/);
});

test('names are written together in Chinese and apart elsewhere', () => {
  assert.equal(nameIn('建国', '张'), '张建国');
  assert.equal(nameIn('Bob', 'Mould'), 'Bob Mould');
  assert.equal(nameIn('', '张'), '张');
  assert.equal(nameIn('', ''), '');
});

test('what XML cannot hold is left out, what it would read is written so that it does not', () => {
  const said = [{ description: '<a>&\u0000\u000b\ufffe\ud800]]>\r\n', lat: null, metadata: true, code: 3 }];
  assert.equal(
    bodyOf('xml', 'services', said),
    '<?xml version="1.0" encoding="UTF-8"?>\n<services><service><description>&lt;a&gt;&amp;]]&gt;&#13;\n</description><lat/>' +
      '<metadata>true</metadata><code>3</code></service></services>\n',
  );
  assert.deepEqual(JSON.parse(bodyOf('json', 'services', said)), said);
});
