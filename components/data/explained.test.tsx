import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '@/lib/edition';
import { Explained } from './explained';

const html = (text: string, locale: Locale = 'zh') =>
  renderToStaticMarkup(<Explained locale={locale}>{text}</Explained>);

test('the first word of the field leads to what it means, and nothing else changes', () => {
  assert.equal(html('提的异议都有答复，异议'), '提的<a class="term" href="/how#words">异议</a>都有答复，异议');
  assert.equal(html('相关方改了'), '<a class="term" href="/how#words">相关方</a>改了');
  assert.equal(html('贴在公示栏上'), '贴在公示栏上');
  assert.equal(html('Every Objection', 'en'), 'Every <a class="term" href="/en/how#words">Objection</a>');
  assert.equal(html(''), '');
});
