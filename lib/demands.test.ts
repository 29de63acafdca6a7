import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { demandsOf, fieldsOf } from './demands';
import { choice, count, day, id, optionalText, orNothing, text } from './input';
import { phoneInput } from './phone';

const input = z
  .object({
    reason: text(1000),
    place: optionalText(80),
    kind: choice(['a', 'b']),
    on: day,
    later: orNothing(day),
    to: orNothing(id),
    phone: phoneInput,
    count: count(2, 9).default(3),
    other: orNothing(text(40)),
    source: choice(['c']).default('c'),
  })
  .refine(() => true)
  .transform((value) => value);

test('a field is required where an empty one is refused, and as long as its command takes it', () => {
  const demands = demandsOf({ input, confirm: 'sure', rows: { why: text(200) } });
  assert.deepEqual(demands('reason', ''), { required: true, most: 1000 });
  assert.deepEqual(demands('place', ''), { required: false, most: 80 });
  assert.deepEqual(demands('kind', undefined), { required: true });
  assert.deepEqual(demands('source', undefined), { required: false });
  assert.deepEqual(demands('on', ''), { required: true });
  assert.deepEqual(demands('later', ''), { required: false });
  assert.deepEqual(demands('to', ''), { required: false });
  assert.deepEqual(demands('phone', ''), { required: true, most: 200 });
  assert.deepEqual(demands('other', ''), { required: false, most: 40 });
  assert.deepEqual(demands('count', ''), { required: true });
  assert.deepEqual(demands('sure', undefined), { required: true });
  assert.deepEqual(demands('why_3', ''), { required: false, most: 200 });
});

test('attack 3: a form has the fields of its input, its tick and its rows, and those every form has; no other', () => {
  const isField = fieldsOf({ input, confirm: 'sure', rows: { why: text(200) } });
  for (const name of ['reason', 'phone', 'sure', 'why_3', 'kind[]', 'kind.a', 'form', 'submission', 'shown'])
    assert.ok(isField(name), name);
  for (const name of ['why', 'words', 'constructor', 'toString', '__proto__', 'reasons', 'x_why_3', '$who', ''])
    assert.ok(!isField(name), name);
  const either = fieldsOf({ input: z.union([z.object({ one: text(5) }), z.object({ two: text(5) })]) });
  assert.ok(either('one') && either('two') && !either('three'));
});
