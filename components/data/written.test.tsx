import assert from 'node:assert/strict';
import { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { newAnswer, whileAnswering } from '@/lib/answer';
import { Facts } from './facts';
import { Written } from './written';

test('what somebody wrote stands apart from what is around it', () => {
  const words = '\u202e反着写\n<b>第二行';
  const html = '<bdi class="written">\u202e反着写\n&lt;b&gt;第二行</bdi>';
  assert.equal(renderToStaticMarkup(createElement(Written, null, words)), html);
  const facts = renderToStaticMarkup(createElement(Facts, { items: [{ key: 'a', term: '在哪儿', value: words }] }));
  assert.ok(facts.includes(`<dd>${html}</dd>`), facts);
});

test('what is Chinese on an English page says so, and nothing else', () => {
  const on = (url: string, words: string) =>
    whileAnswering(newAnswer(new ServerResponse({ method: 'GET', url, headers: {} } as never), 'test'), () =>
      renderToStaticMarkup(createElement(Written, null, words)),
    );
  assert.equal(on('/en/demo/proposals/1', '坡又陡又滑'), '<bdi class="written" lang="zh-CN">坡又陡又滑</bdi>');
  assert.equal(on('/en/demo', 'Stairs, 23'), '<bdi class="written">Stairs, 23</bdi>');
  assert.equal(on('/english/proposals/1', '坡'), '<bdi class="written">坡</bdi>');
});
