import assert from 'node:assert/strict';
import { test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { QrCode } from './poster';

/** The drawing as a camera would see it: every square eight by eight points. */
function photograph(html: string) {
  const side = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1]);
  const data = new Uint8Array((side * 8) ** 2 * 4).fill(255);
  for (const [, x, y] of html.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < 8; dy += 1)
      for (let dx = 0; dx < 8; dx += 1) data.set([0, 0, 0], ((Number(y) * 8 + dy) * side * 8 + Number(x) * 8 + dx) * 4);
  return { width: side * 8, height: side * 8, data };
}

test('whoever photographs the code comes to the address it was made of', () => {
  for (const address of [
    'https://tongxin.example/zhuguang/proposals/1/notice',
    'http://localhost:3000/en/demo/rounds/2',
    `https://a-long-name.community.example/${'x'.repeat(30)}/proposals/123456/notice`,
  ])
    assert.equal(decodeQR(photograph(renderToStaticMarkup(createElement(QrCode, { address, label: 'x' })))), address);
});
