import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { before, test } from 'node:test';
import { z } from 'zod';

const features = new URL('../features/', import.meta.url);

const shapeOf = (input: unknown): Record<string, z.ZodType> => {
  if (input instanceof z.ZodPipe) return shapeOf(input.in);
  return input instanceof z.ZodObject ? (input.shape as never) : {};
};

/** Every field of every form, by its room, its form and its name. */
const fields = new Map<string, z.ZodType>();

before(async () => {
  for (const room of readdirSync(features)) {
    if (!existsSync(new URL(`${room}/input.ts`, features))) continue;
    const forms: Record<string, unknown> = await import(new URL(`${room}/input.ts`, features).href);
    for (const [form, input] of Object.entries(forms))
      for (const [name, field] of Object.entries(shapeOf(input))) fields.set(`${room} ${form} ${name}`, field);
  }
  assert.ok(fields.size > 800, `only ${fields.size} fields`);
});

const read = (field: z.ZodType, given: unknown) => field.safeParse(given).data;
const why = (field: z.ZodType, given: unknown) => field.safeParse(given).error?.issues[0]?.message;
/** Fields that read this as what it says. */
const reading = (given: string, as: unknown) => [...fields].filter(([, field]) => Object.is(read(field, given), as));
const wherever = (given: string, as: unknown, least: number, check: (field: z.ZodType, name: string) => void) => {
  const found = reading(given, as).filter(
    ([name, field]) => !field.safeParse('写字的地方').success && !name.endsWith(' telephone'),
  );
  assert.ok(found.length >= least, `${given}: ${found.length}`);
  for (const [name, field] of found) check(field, name);
};

test('a figure is one figure in every form: digits, full width too, and nothing else', () => {
  const other = [
    '7e0',
    '0x7',
    '0b111',
    '+7',
    '７.',
    '٧',
    '七',
    '7️⃣',
    '7_0',
    'Ⅶ',
    '⁷',
    '7 0',
    '7\n0',
    'Infinity',
    '7/1',
    '-7',
  ];
  wherever('7', 7, 150, (field, name) => {
    // An entrance is said in words too.
    if (field.safeParse('三单元').success) return;
    for (const one of ['７', ' 7 ', '\u200b7\u2060', '\u30007\u00a0', '\ufeff7'])
      assert.equal(read(field, one), 7, `${name}: ${one}`);
    for (const one of other) assert.equal(field.safeParse(one).success, false, `${name}: ${JSON.stringify(one)}`);
    for (const blank of ['', ' ', '\u3164', '\u00ad', '\u2800'])
      assert.notEqual(typeof read(field, blank), 'number', `${name}: blank is no nought`);
  });
});

test('money is read alike in every form', () => {
  wherever('7', 700, 5, (field, name) => {
    for (const one of ['7.00', '７．０', ' 7.0', '7\u200b']) assert.equal(read(field, one), 700, `${name}: ${one}`);
    assert.equal(read(field, '1,007.5'), 100_750, name);
    for (const one of ['7.005', '¥7', '7元', '7,00', '1.007,5', '7e0', '７..0', '7万'])
      assert.equal(field.safeParse(one).success, false, `${name}: ${one}`);
    for (const blank of ['', '\u200b']) assert.notEqual(typeof read(field, blank), 'number', name);
  });
});

test('a day is one day in every form, and one that does not exist says so', () => {
  wherever('2022-03-05', '2022-03-05', 30, (field, name) => {
    for (const one of ['2022/3/5', '2022年3月5日', '２０２２．３．５', '\u200e2022-03-05\u202c', ' 2022-3-05\u3000'])
      assert.equal(read(field, one), '2022-03-05', `${name}: ${one}`);
    for (const one of ['2022-02-29', '2022年4月31日', '2022/13/1', '２０２２-０６-３１', '1900-2-29', '2022-00-05'])
      assert.equal(why(field, one), 'no_such_day', `${name}: ${one}`);
    for (const one of ['20220305', '3/5/2022', '2022-03', '44625', '2022-03-05T00:00', '二〇二二年三月五日', '明天'])
      assert.equal(why(field, one), 'date', `${name}: ${one}`);
    for (const blank of ['', '\u3164', '\u2800']) assert.notEqual(typeof read(field, blank), 'string', name);
  });
});

test('a telephone number is its digits in every form, whatever stands between them', () => {
  const phones = [...fields].filter(([name]) => /phone$/i.test(name) && !/ telephone$/.test(name));
  assert.ok(phones.length >= 8);
  for (const [name, field] of phones)
    for (const one of [
      '138・0013・0010',
      '138–0013−0010',
      '+86（138）0013-0010。',
      '\u202a1380013\u200d0010\u202c',
      '００８６ 138/0013/0010',
      '138,0013,0010',
    ])
      assert.equal(read(field, one), '13800130010', `${name}: ${one}`);
});

test('a name is one name in every form: one dot between its parts, rare characters by their number in Unicode', () => {
  const named =
    /\b(?:complainant|contactName|witnessName)$|depicted recordInput witness$|(?:stewards|skills|offices|cohorts|people) (?:show|join|name|giveOffice|addCandidate|giveGrant|openTerm)Input name$/;
  const names = [...fields].filter(([name]) => named.test(name));
  assert.ok(names.length >= 16, `only ${names.length}`);
  for (const [name, field] of names) {
    for (const dot of '·•‧∙⋅・･') assert.equal(read(field, `买买提${dot}艾力`), '买买提·艾力', `${name}: ${dot}`);
    assert.equal(read(field, '刘\ue863'), '刘䶮', name);
    assert.equal(read(field, ' 刘　秀 兰 '), '刘 秀 兰', name);
    for (const [one, code] of [
      ['刘\ue000', 'name_private'],
      ['刘\u202e秀兰', 'name_letters'],
      ['刘\u3164', 'name_letters'],
      ['138', 'name_letters'],
      ['刘\0', 'unreadable'],
    ] as const)
      assert.equal(why(field, one), code, `${name}: ${JSON.stringify(one)}`);
  }
});

test('what cannot be seen is nothing in every form, and a line break is one however it was written', () => {
  let [lines, hidden] = [0, 0];
  for (const [name, field] of fields) {
    // What a form has shown comes back as it was, and is no word of anybody's.
    if (/ (undoes|shown|seen|hash)$/.test(name)) continue;
    const two = read(field, '第一行\r\n第二行\u2028第三行\v第四行');
    if (typeof two === 'string' && two.includes('第一行') && two.includes('\n')) {
      lines += 1;
      assert.equal(two, '第一行\n第二行\n第三行\n第四行', name);
    }
    if (!field.safeParse('写字的地方').success) continue;
    hidden += 1;
    for (const nothing of ['\u180e\u2066', '\u115f', '\u2062\u{e0001}', '\ufff9\ufe0f', '\u0301\u0489', '\ufffc']) {
      const kept = read(field, nothing);
      assert.ok(kept === undefined || kept === null || kept === '', `${name}: ${JSON.stringify(nothing)}`);
    }
  }
  assert.ok(lines > 60 && hidden > 200, `${lines} with lines, ${hidden} with words`);
});
