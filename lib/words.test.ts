import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLocale, isLocalAddress, me, planComparison, signIn } from '@/lib/addresses';
import { chineseNumeral, formatDate, formatDays, formatMoment, formatUntil, plural } from '@/lib/words';

test('dates are those of Shanghai', () => {
  assert.equal(formatDate(new Date('2022-03-04T16:30:00Z'), 'zh'), '2022年3月5日');
  assert.equal(formatDate('2022-03-05', 'en'), '5 March 2022');
  assert.equal(formatMoment(new Date('2022-03-04T16:30:00Z'), 'zh'), '2022年3月5日 00:30');
  assert.equal(formatDays('2022-03-05', '2022-03-14', 'zh'), '2022年3月5日—3月14日');
  assert.equal(formatDays('2022-12-30', '2023-01-02', 'en'), '30 December 2022 – 2 January 2023');
});

test('rounds are counted in Chinese numerals', () => {
  assert.deepEqual([1, 4, 10, 12, 20, 35, 0, 100].map(chineseNumeral), [
    '一',
    '四',
    '十',
    '十二',
    '二十',
    '三十五',
    '0',
    '100',
  ]);
  assert.equal(plural(1, 'household', 'households'), 'household');
});

test('addresses have a prefix in English only', () => {
  assert.equal(planComparison('zh', 'zhuguang', 1, 1, 2), '/zhuguang/proposals/1/plans/1/2');
  assert.equal(me('en'), '/en/me');
  assert.equal(
    signIn('zh', '/act/zhuguang/rounds/3/opinion'),
    '/sign-in?back=%2Fact%2Fzhuguang%2Frounds%2F3%2Fopinion',
  );
  assert.equal(inLocale('/zhuguang', 'en'), '/en/zhuguang');
  assert.equal(inLocale('/', 'en'), '/en');
  assert.equal(inLocale('/en', 'zh'), '/');
  assert.equal(inLocale('/en/zhuguang', 'zh'), '/zhuguang');
  assert.equal(inLocale('/english', 'zh'), '/english');
  for (const odd of ['/en//evil.example', '/en///evil', '/en/\\evil', '/en/.//evil', '/en/en//evil'])
    for (const locale of ['zh', 'en'] as const) assert.ok(isLocalAddress(inLocale(odd, locale)), `${odd} ${locale}`);
});

test('one comes back only to this site', () => {
  for (const good of ['/', '/zhuguang?x=1#y', '/en/me']) assert.ok(isLocalAddress(good), good);
  const odd = [
    '/.//evil',
    '/me/..//evil',
    '/demo/%2e%2e//evil',
    '/./\\evil',
    '/中文',
    '/demo?q=中文',
    '/a\u2028b',
    '/a b',
  ];
  for (const bad of ['', 'zhuguang', '//evil', '/\\evil', 'https://evil', '/a\nb', '/\t/evil', null, ...odd]) {
    assert.ok(!isLocalAddress(bad), String(bad));
  }
});

test('a period that ends at midnight ends with the day before it; any other at its moment', () => {
  const midnight = new Date('2022-12-03T16:00:00Z');
  assert.equal(formatUntil(midnight, 'zh'), '2022年12月3日24点');
  assert.equal(formatUntil(midnight, 'en'), '3 December 2022, 24:00');
  assert.equal(formatUntil(new Date(midnight.getTime() + 60_000), 'zh'), '2022年12月4日 00:01');
  assert.equal(formatUntil(new Date(midnight.getTime() - 60_000), 'zh'), '2022年12月3日 23:59');
});
