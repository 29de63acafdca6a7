import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ActionForm } from '@/components/form/action-form';
import type { FieldSpec } from '@/components/form/spec';
import type { FormState } from '@/lib/form-state';

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
  { kind: 'checkbox', name: 'heard', label: '念过了', defaultChecked: true },
];

function render(initial: FormState) {
  const action = async (state: FormState) => state;
  return renderToStaticMarkup(
    createElement(ActionForm, { action, fields, submitLabel: '交上', locale: 'zh', initial, hidden: { version: '3' } }),
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
