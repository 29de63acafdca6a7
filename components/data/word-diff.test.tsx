import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { computing, yardstick } from '@/tests/pace';
import { WordDiff } from './word-diff';

const render = (before: string, after: string) =>
  renderToStaticMarkup(createElement(WordDiff, { before, after, locale: 'zh' }));
const bare = (html: string, not: string) =>
  html
    .replace(new RegExp(`<${not}>.*?</${not}>`, 'gs'), '')
    .replace(/<span class="sr-only">.*?<\/span>/g, '')
    .replace(/<[^>]*>/g, '');

test('word by word where few words changed', () => {
  const html = render('坡道宽一米，装扶手。', '坡道宽两米，装扶手。');
  assert.match(html, /<del>.*一.*<\/del>/);
  assert.match(html, /<ins>.*两.*<\/ins>/);
  assert.equal(bare(html, 'ins'), '坡道宽一米，装扶手。');
  assert.equal(bare(html, 'del'), '坡道宽两米，装扶手。');
});

test('attack 12, huge texts into the comparison: nothing of them is lost, and it does not compute for long', async () => {
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };
  const noise = (length: number, more = '') =>
    Array.from({ length }, () => (next() % 9 === 0 ? more : '') + String.fromCodePoint(0x4e00 + (next() % 6000))).join(
      '',
    );
  render('热一热。', '身。');
  const usual = await yardstick();
  const huge: [string, string][] = [
    [noise(12_000), noise(12_000)],
    [noise(12_000, '。'), noise(12_000, '。')],
    ['甲'.repeat(12_000), '乙'.repeat(12_000)],
    ['甲乙'.repeat(6_000), '乙甲'.repeat(6_000)],
    [`${'a '.repeat(6_000)}`, `${'a\n'.repeat(6_000)}`],
    ['', noise(12_000)],
  ];
  for (const [before, after] of huge) {
    let html = '';
    const took = await computing(() => {
      html = render(before, after);
    });
    assert.ok(took < 50 * usual, `${took} ms of work`);
    assert.equal(bare(html, 'ins'), before);
    assert.equal(bare(html, 'del'), after);
  }
});
