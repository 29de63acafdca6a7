import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeIn, maskedPhone, normalPhone, officeTelephone, phoneInput, telephone } from './phone';

test('of a number it is shown which it may be, of a short one two digits, of what is none nothing', () => {
  assert.equal(maskedPhone('13800130010'), '138****0010');
  assert.equal(maskedPhone('010-6172 0000'), '010****0000');
  assert.equal(maskedPhone('123456789'), '123****6789');
  for (const short of ['61720000', '6172-0000', '12300']) assert.equal(maskedPhone(short), '****00', short);
  for (const none of ['110', '', '微信：liu_1988', '13800130010 转 8', 'liu1988'])
    assert.equal(maskedPhone(none), '****', none);
});

test('a mobile number is its digits, whatever stands between them', () => {
  const written = [
    ...[
      '13800130010',
      '138 0013 0010',
      '138-0013-0010',
      '138·0013·0010',
      '138.0013.0010',
      '138•0013‧0010',
      '138_0013_0010',
    ],
    ...[
      '\u202d13800130010\u202c',
      '\u200e138\u200b00130010\ufeff',
      '13800130010；',
      '（138）0013-0010',
      '138—0013—0010',
      '138~0013~0010',
      '138|0013|0010',
      '138 = 0013 = 0010',
      '☎138▪0013▪0010',
      '138∙0013⋅0010',
    ],
    ...['+8613800130010', '+86 138 0013 0010', '008613800130010', '86-138-0013-0010', '(+86)13800130010'],
    ...[
      '１３８００１３００１０',
      '＋８６　１３８００１３００１０',
      '138/0013/0010',
      '138\u00a00013\u20090010',
      '138\u00ad00130010',
    ],
  ];
  for (const one of written) assert.equal(normalPhone(one), '13800130010', JSON.stringify(one));
  const none = [
    '',
    '12800130010',
    '1380013001',
    '138001300100',
    '1380013001O',
    '138****0010',
    '+8513800130010',
    '八六一三八',
  ];
  for (const one of [...none, '13800130010 13800130011', '\u200b']) assert.equal(normalPhone(one), null, one);
  assert.equal(phoneInput.safeParse('\u200b').error?.issues[0]?.message, 'required');
});

test('one is rung back at a mobile or at a landline with its area code', () => {
  const written: [string, string][] = [
    ['010-8888 8888', '01088888888'],
    ['（010）88888888', '01088888888'],
    ['+86 10 8888 8888', '01088888888'],
    ['0086-0311-8888888', '03118888888'],
    ['０１０—８８８８８８８８', '01088888888'],
    ['+86 138·0013·0010', '13800130010'],
  ];
  for (const [one, number] of written) assert.equal(telephone(one), number, one);
  for (const one of ['88888888', '110', '010-1888888', '010-88888888转3']) assert.equal(telephone(one), null, one);
});

test('a code is read as it was typed, or out of the message it came in', () => {
  const written = [
    ...[
      '123456',
      '123-456',
      '123 456',
      ' １２３４５６ ',
      '12 34 56',
      '\u202d123456\u202c',
      '123·456',
      '1-2-3-4-5-6',
      '「123456」',
    ],
    ...[
      '您的验证码是 123456',
      '【同心议事】验证码 123456，10 分钟内有效。',
      'Your code is 123-456.',
      '验证码：123 456（5分钟）',
    ],
    ...['【同心议事】验证码123456，10分钟内有效。12345', '123456，请填 123456'],
  ];
  for (const one of written) assert.equal(codeIn(one), '123456', one);
  const none = [
    '',
    '12345',
    '1234567',
    '12345a',
    '您的验证码',
    '123456 或 654321',
    '13800130010',
    '138 0013 0010',
    '٣٤٥٦٧٨',
  ];
  for (const one of none) assert.equal(codeIn(one), null, one);
});

test('the number of an office is kept as it is printed, whatever stands between its digits', () => {
  const kept: [string, string][] = [
    ['010-8888 6666', '010-8888 6666'],
    ['０１０—８８８８ ６６６６', '010-8888 6666'],
    ['（010）8888·6666；', '010-8888-6666'],
    ['\u202d010-88886666\u202c', '010-88886666'],
    ['+86 10 8888 6666', '+86 10 8888 6666'],
    ['☎ 12345。', '12345'],
    ['\u3164', ''],
  ];
  for (const [typed, printed] of kept) assert.equal(officeTelephone.parse(typed), printed, JSON.stringify(typed));
  for (const none of ['010-8888 6666转8', '1', '电话', '010-8888/8889/8890/8891', '+', '010+8888'])
    assert.equal(officeTelephone.safeParse(none).error?.issues[0]?.message, 'telephone', none);
});
