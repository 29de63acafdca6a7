import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Facts } from './facts';
import { Written } from './written';

test('what somebody wrote stands apart from what is around it', () => {
  const words = '\u202e反着写\n<b>第二行';
  const html = '<bdi class="written">\u202e反着写\n&lt;b&gt;第二行</bdi>';
  assert.equal(renderToStaticMarkup(createElement(Written, null, words)), html);
  const facts = renderToStaticMarkup(createElement(Facts, { items: [{ key: 'a', term: '在哪儿', value: words }] }));
  assert.ok(facts.includes(`<dd>${html}</dd>`), facts);
});
