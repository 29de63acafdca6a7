import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ComponentProps, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PlainForm } from '@/components/form/plain-form';
import { PostedForm } from '@/components/form/posted-form';
import { errorsAt, type FieldSpec } from '@/components/form/spec';
import { FILE_CHOSEN, type FormState } from '@/lib/form-state';
import { inWords } from '@/lib/forms';

const fields: FieldSpec[] = [
  {
    kind: 'radio',
    name: 'stance',
    label: '您的态度',
    required: true,
    options: [
      { value: 'supports', label: '同意' },
      { value: 'opposes', label: '反对' },
    ],
    defaultValue: 'supports',
  },
  { kind: 'textarea', name: 'words', label: '您的话', hint: '照您说的写', defaultValue: '原来的话' },
  { kind: 'text', name: 'condition', label: '什么条件', when: '（有条件同意要写）' },
  { kind: 'checkbox', name: 'heard', label: '念过了', defaultChecked: true },
];

function render(initial: FormState) {
  const action = async (state: FormState) => state;
  return renderToStaticMarkup(
    createElement(PostedForm, { action, fields, submitLabel: '交上', locale: 'zh', initial, hidden: { version: '3' } }),
  );
}

test('what is missing a form says itself, in the words of its page, and no browser in its own', () => {
  const plain = createElement(PlainForm, { id: 'sheet', action: '/api/orders', locale: 'zh' } as ComponentProps<
    typeof PlainForm
  >);
  for (const html of [render({}), renderToStaticMarkup(plain)]) assert.match(html, /<form[^>]* noValidate=""/i);
});

test('a form starts from what is known', () => {
  const html = render({});
  assert.match(html, /name="version" value="3"/);
  assert.match(html, />原来的话<\/textarea>/);
  assert.match(html, /aria-describedby="form-words-hint"/);
  assert.match(html, /id="form-stance-supports"[^>]*checked=""/);
  assert.doesNotMatch(html, /error-summary/);
});

test('a refused form says why first, links to the field and gives every word back', () => {
  const html = render({
    refusal: { code: 'invalid', message: '还差一点。', fieldErrors: { stance: '请选一项' } },
    values: { words: '晚上十点以后<别吵>' },
  });
  assert.ok(html.indexOf('error-summary') < html.indexOf('<fieldset'));
  assert.match(html, /href="#form-stance-supports"/);
  assert.match(html, /id="form-stance-error"/);
  assert.match(html, /晚上十点以后&lt;别吵&gt;<\/textarea>/);
  assert.doesNotMatch(html, /checked=""/, 'what was not posted is not ticked');
});

test('a field that is sometimes demanded says when, and what is kept is said once', () => {
  const html = render({
    refusal: inWords({ code: 'invalid', fieldErrors: { condition: 'required' } }, 'zh'),
    values: {},
  });
  assert.match(html, /什么条件<span class="field-optional">（有条件同意要写）<\/span>/);
  assert.equal(html.split('您写的都还在').length, 2);
});

test('of a code that was wrong, and stands there no more, nothing is said to be kept', () => {
  const code: FieldSpec = { kind: 'text', name: 'code', label: '验证码', autoComplete: 'one-time-code' };
  const refused = (values: Record<string, string>) =>
    renderToStaticMarkup(
      createElement(PostedForm, {
        action: async () => ({}),
        fields: [code],
        submitLabel: '登录',
        locale: 'zh',
        initial: { refusal: { code: 'wrong_code', message: '验证码不对。' }, values },
      }),
    );
  assert.match(refused({}), /验证码不对。验证码请重新填。/);
  assert.doesNotMatch(refused({}), /您写的都还在/);
  assert.match(refused({ code: '12a' }), /您写的都还在/);
});

test('what the next try answers is a question, and no error', () => {
  const asked = render({ refusal: { code: 'case_alike', message: '像是有人说过。' }, hidden: { alike: 'seen' } });
  assert.match(asked, /还差一步：请再看一眼/);
  assert.doesNotMatch(asked, /没有办成/);
  const wrong = render({ refusal: { code: 'invalid', message: '写错了。' } });
  assert.match(wrong, /没有办成/);
});

test('a form somebody else sent from gives their words back to be read, and has nothing more to send', () => {
  const html = renderToStaticMarkup(
    createElement(PostedForm, {
      action: async (state: FormState) => state,
      fields,
      submitLabel: '交上',
      locale: 'zh',
      mark: 'whose',
      initial: {
        refusal: {
          ...inWords({ code: 'other_person', details: { now: '15号楼居民' } }, 'zh'),
          way: { href: '/sign-in', label: '换回来：重新登录' },
          anew: { href: '/me', label: '以 15号楼居民 的身份重新打开' },
        },
        values: { stance: 'opposes', words: '晚上太亮' },
      },
    }),
  );
  assert.match(html, /data-code="other_person"[\s\S]*href="\/sign-in"[\s\S]*href="\/me"[\s\S]*<blockquote>晚上太亮</);
  assert.doesNotMatch(html, /<form|<input|<textarea|<button/);
});

test('a form says what stands on its button, so that the next page says what was done', () => {
  assert.match(render({}), /name="\$did" value="交上"/);
});

test('the next try after a refusal carries what the refusal showed', () => {
  const html = render({ refusal: { code: 'recorded_meanwhile', message: '刚记过。' }, hidden: { version: '4' } });
  assert.match(html, /name="version" value="4"/);
  assert.doesNotMatch(html, /name="version" value="3"/);
});

test('a form says which fields hold words, so that they can be given back where it is gone', () => {
  assert.match(render({}), /name="\$words" value="words,condition"/);
});

test('of a grid the rows with a tick stand open, the others are folded away; a refusal gives every tick back', () => {
  const grid: FieldSpec = {
    kind: 'grid',
    name: 'places',
    label: '哪些楼',
    more: '别的楼',
    defaultValues: ['entrance:7'],
    rows: ['14', '15'].map((name) => ({
      whole: { value: `building:${name}`, label: `${name}号楼，整栋` },
      parts: [{ value: `entrance:${name === '14' ? 7 : 8}`, label: '1单元' }],
    })),
  };
  const made = (initial: FormState) =>
    renderToStaticMarkup(
      createElement(PostedForm, {
        action: async (state: FormState) => state,
        fields: [grid],
        submitLabel: '交上',
        locale: 'zh',
        initial,
      }),
    );
  const [open, folded] = made({}).split('<details');
  assert.match(open ?? '', /id="form-places.entrance:7"[^>]*aria-label="14号楼，整栋 1单元"[^>]*checked=""/);
  assert.doesNotMatch(open ?? '', /entrance:8/);
  assert.match(folded ?? '', /name="places.entrance:8"/);
  const refused = made({ values: { 'places.building:15': 'on' } });
  assert.match(refused, /name="places.building:15"[^>]*checked=""[\s\S]*<details[\s\S]*entrance:7/);
  assert.doesNotMatch(refused, /name="places.entrance:7"[^>]*checked/);
  assert.match(made({ refusal: { code: 'invalid', message: '还差一点。' }, values: {} }), /您写的、勾的都还在。/);
});

test('whoever finds their words after signing in again is told that the photo is to be chosen anew', () => {
  const photo: FieldSpec = { kind: 'file', name: 'photo', label: '照片' };
  const back = (given: readonly FieldSpec[], initial: FormState) =>
    renderToStaticMarkup(
      createElement(PostedForm, {
        action: async () => ({}),
        fields: given,
        submitLabel: '记下',
        locale: 'zh',
        initial,
      }),
    );
  const words = { values: { words: '两个都装好了', photo: FILE_CHOSEN } };
  assert.match(back([...fields, photo], words), /您写的都还在。 选过的照片要再选一次。/);
  assert.match(back([...fields, photo], words), />两个都装好了</);
  const without = { values: { words: '两个都装好了' } };
  for (const html of [back(fields, words), back([...fields, photo], {}), back([...fields, photo], without)])
    assert.doesNotMatch(html, /选过的照片/, 'of a photo nobody chose nothing is said');
});

test('what belongs to a whole is chosen under it, what belongs to none stands free', () => {
  const options = [
    { value: '1', label: '别的' },
    { value: '2', label: '路灯', under: '照明' },
    { value: '3', label: '水管' },
    { value: '4', label: '楼道灯', under: '照明' },
  ];
  const html = renderToStaticMarkup(
    createElement(PostedForm, {
      action: async (state: FormState) => state,
      fields: [{ kind: 'select', name: 'category', label: '哪一类', options, defaultValue: '4' }],
      submitLabel: '交上',
      locale: 'zh',
      initial: {},
      hidden: {},
    }),
  );
  const [shown = ''] = /<option value="1".*<\/optgroup>/.exec(html) ?? [];
  assert.equal(
    shown,
    '<option value="1">别的</option><option value="3">水管</option><optgroup label="照明"><option value="2">路灯</option><option value="4" selected="">楼道灯</option></optgroup>',
  );
});

test('an error of a field the form has not is told at the one that stands for it', () => {
  const fields = [
    { kind: 'select', name: 'proof', label: '怎么证明', options: [] },
    { kind: 'text', name: 'witnessName', label: '谁在旁边', tells: 'witness' },
  ] as const;
  assert.deepEqual(errorsAt(fields, { witness: '请写名字' }), { witnessName: '请写名字' });
  assert.deepEqual(errorsAt(fields, { proof: '请选', words: '太长' }), { proof: '请选', words: '太长' });
  const both = [...fields, { kind: 'select', name: 'witness', label: '邻居', options: [] }] as const;
  assert.deepEqual(errorsAt(both, { witness: '请选一位' }), { witness: '请选一位' });
});
