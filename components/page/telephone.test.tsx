import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Ring } from '@/components/page/telephone';

test('a number stands whole on one line, in a sentence that may break', () => {
  const number = '010-0000-1415';
  const whole = `<span class="digits">${number}</span>`;
  const rings = (says?: string) => renderToStaticMarkup(createElement(Ring, { number, says }));
  assert.equal(rings(), `<a href="tel:01000001415">${whole}</a>`);
  assert.equal(rings(`打电话 ${number}，让人替您报`), `<a href="tel:01000001415">打电话 ${whole}，让人替您报</a>`);
  assert.equal(rings('打电话'), '<a href="tel:01000001415">打电话</a>');
});

test('no page makes a link to a number itself, without what keeps it whole', () => {
  const own = ['components/page/telephone.tsx', 'components/page/call.tsx'];
  const pages = ['app', 'components', 'features'].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => path.posix.join(folder, file)),
  );
  assert.ok(own.every((file) => pages.includes(file)));
  const rings = pages.filter((file) => /href=\{(to\.)?ring\(/.test(fs.readFileSync(file, 'utf8')));
  assert.deepEqual(rings.filter((file) => !own.includes(file)).sort(), []);
});
