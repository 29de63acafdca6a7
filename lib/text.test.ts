import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionalText, text } from './input';
import { cut, inOneLine, isKeepable, isLonger, isSeen, keepable, lookedFor, written } from './text';

test('a line break is one character, whoever wrote it', () => {
  for (const end of ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])
    assert.equal(written(`一${end}二${end}${end}三`), '一\n二\n\n三', JSON.stringify(end));
  assert.equal(written('\r\n 一\r\n'), '一');
  assert.equal(inOneLine(' 一\r\n\r\n二\t三　四 '), '一 二 三 四');
  const posted = Array.from({ length: 50 }, () => '字'.repeat(19)).join('\r\n');
  assert.equal(text(1000).parse(posted).length, 999);
  assert.equal(text(998).safeParse(posted).success, false);
});

test('what cannot be seen is nothing', () => {
  const nothing = [
    ...[
      '',
      ' ',
      '\u3000\n\t',
      '\u200b',
      '\u200d\u200c',
      '\u3164',
      '\u115f\u1160',
      '\uffa0',
      '\u00ad',
      '\u2060',
      '\u2800',
      '\ufffc',
      '\u{1d159}',
    ],
    ...[
      '\ufeff',
      '\u034f',
      '\u061c',
      '\u180e',
      '\ufe0f',
      '\u{e0041}',
      '\u0007',
      '\u202e\u202c',
      '\u0301',
      '\u20dd',
      '\ufff9',
    ],
  ];
  for (const one of nothing) {
    assert.equal(isSeen(one), false, JSON.stringify(one));
    assert.equal(text(10).safeParse(one).success, false);
    assert.equal(optionalText(10).parse(one), '');
  }
  for (const one of ['字', '.', '0', '❤️', '👩‍👩‍👧‍👦', '\ue863', '—', 'é', '한', '©']) assert.ok(isSeen(one), one);
});

test('controls do not reach a page; what belongs to a character stays', () => {
  assert.equal(written('响\u0007铃\u001b[31m\u007f\u009b\ufdd0\u{1ffff}'), '响铃[31m');
  for (const kept of ['👩‍👩‍👧‍👦🏳️‍🌈🇨🇳', '葛\u{e0100}', 'می‌خواهم', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'Thượng', 'སྐྱེས'])
    assert.equal(written(kept), kept);
});

test('marks upon marks and characters without end are cut to what a script needs', () => {
  assert.equal([...written(`Z${'\u0351'.repeat(380)}`)].length, 5);
  assert.ok(written(`字${'\u0489'.repeat(4)}`).endsWith('\u0489'));
  for (const pile of ['\u1100', '\u200d👩', '\u0e33', '\u0d4d\u0d15', '\u0600']) {
    const long = written(`字${pile.repeat(500)}字`);
    const longest = Math.max(
      ...[...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(long)].map(
        ({ segment }) => [...segment].length,
      ),
    );
    assert.ok(longest <= 12, `${JSON.stringify(pile)}: ${longest}`);
  }
  assert.equal(written('👩🏻‍❤️‍💋‍👨🏽'), '👩🏻‍❤️‍💋‍👨🏽');
});

test('characters are counted and cut as people see them', () => {
  const family = '👩‍👩‍👧‍👦';
  assert.equal(isLonger(`甲${family}🇨🇳e\u0301`, 4), false);
  assert.equal(isLonger(`甲${family}🇨🇳e\u0301`, 3), true);
  assert.equal(isLonger('😀'.repeat(1000), 1000), false);
  assert.equal(text(4).safeParse(`甲${family}🇨🇳e\u0301`).success, true);
  assert.equal(text(3).safeParse(`甲${family}🇨🇳e\u0301`).success, false);
  assert.equal(cut(`${'字'.repeat(19_999)}😀`, 20_000), '字'.repeat(19_999));
  assert.equal(cut(`甲${family}乙`, 5), '甲');
  assert.equal(cut(`ae\u0301`, 2), 'a');
  assert.equal(cut('🇨🇳🇨🇳', 5), '🇨🇳');
  assert.equal(cut('短', 20), '短');
  assert.equal(cut(`e${'\u0301'.repeat(50)}`, 9).length, 9);
});

test('no NUL and no half of a pair is kept, and both are said', () => {
  for (const bad of ['a\0b', '\ud83d', '甲\udc00', '\0', '好\ud83d\ud83d']) {
    assert.equal(isKeepable(bad), false);
    const read = text(10).safeParse(bad);
    assert.equal(read.success, false);
    assert.ok(isKeepable(keepable(bad)));
  }
  assert.equal(text(10).safeParse('a\0').error?.issues[0]?.message, 'unreadable');
  assert.ok(isKeepable('😀'));
});

test('whoever reads the schema finds how long a text may be', () => {
  assert.equal(text(1000).maxLength, 1000);
  assert.equal(text(1000).minLength, 1);
  assert.equal(optionalText(300).unwrap().maxLength, 300);
});

test('what turns the words after it is not kept; of a single line neither are the marks that would move a number', () => {
  assert.equal(written('甲\u202e乙\u202c\n\u2067丙\u2069 3月\u200f5日'), '甲乙\n丙 3月\u200f5日');
  assert.equal(inOneLine('\u202e甲乙\u200f 3月\u061c5日\u200e'), '甲乙 3月5日');
});

test('what is looked for in an address is words one can see, in one line, cut where no character breaks', () => {
  const asked: [string | undefined, string][] = [
    [undefined, ''],
    ['\u3164\u200b', ''],
    ['  路灯\u2028不亮 ', '路灯 不亮'],
    ['灯\0\ud83d', '灯\ufffd'],
    [`${'坡'.repeat(79)}👨‍👩‍👧‍👦`, '坡'.repeat(79)],
    ['\u202e亮不灯路', '亮不灯路'],
  ];
  for (const [given, words] of asked) assert.equal(lookedFor(given), words, JSON.stringify(given));
});
