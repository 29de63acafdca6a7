import assert from 'node:assert/strict';
import { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { newAnswer, whileAnswering } from '@/lib/answer';
import type { Locale } from '@/lib/edition';
import { Explained } from './explained';

const html = (text: string, locale: Locale = 'zh') =>
  renderToStaticMarkup(<Explained locale={locale}>{text}</Explained>);

test('each word of the field leads to what it means where it is first used, and nothing else changes', () => {
  assert.equal(html('提的异议都有答复，异议'), '提的<a class="term" href="/how#words">异议</a>都有答复，异议');
  assert.equal(html('相关方改了'), '<a class="term" href="/how#words">相关方</a>改了');
  assert.equal(
    html('异议由相关方提，异议'),
    '<a class="term" href="/how#words">异议</a>由<a class="term" href="/how#words">相关方</a>提，异议',
  );
  assert.equal(html('贴在公示栏上'), '贴在公示栏上');
  assert.equal(html('Every Objection', 'en'), 'Every <a class="term" href="/en/how#words">Objection</a>');
  assert.equal(html(''), '');
});

test('a page explains a word once', () => {
  const answer = newAnswer(new ServerResponse({ method: 'GET', url: '/me' } as never), 'test', false);
  const [first, again, other] = whileAnswering(answer, () => [html('提了异议'), html('有异议'), html('在公示')]);
  assert.match(first ?? '', /<a/);
  assert.equal(again, '有异议');
  assert.match(other ?? '', /<a/);
  assert.match(html('提了异议'), /<a/);
});
