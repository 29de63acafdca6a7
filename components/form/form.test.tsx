import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PostedForm } from '@/components/form/posted-form';
import type { FieldSpec } from '@/components/form/spec';
import type { FormState } from '@/lib/form-state';
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
});
