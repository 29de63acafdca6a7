import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { doorsOf, pagesOf } from './doors';

const build = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-doors-'));
after(() => fs.rmSync(build, { recursive: true, force: true }));
const routes = [
  '/[locale]/act/[community]/proposals/[no]/comment/page',
  '/[locale]/me/page',
  '/[locale]/(board)/[community]/page',
  '/[locale]/[...rest]/page',
  '/api/pictures/route',
  '/_not-found/page',
];
fs.mkdirSync(path.join(build, 'server'));
fs.writeFileSync(
  path.join(build, 'server', 'app-paths-manifest.json'),
  JSON.stringify(Object.fromEntries(routes.map((route) => [route, '']))),
);

test('a page of the build is one, in either language; what only catches the rest is none', () => {
  const isPage = pagesOf(build);
  for (const one of ['/act/demo/proposals/1/comment', '/en/act/demo/proposals/1/comment', '/me', '/en/me', '/demo'])
    assert.ok(isPage(one), one);
  for (const one of [
    '/act/demo/proposals/1',
    '/act/demo/proposals/1/2/comment',
    '/me/x/y',
    '/api/pictures',
    '/me/',
    '',
  ])
    assert.ok(!isPage(one), one);
});

test('a door for machines is one by its first segment', () => {
  const isDoor = doorsOf(build);
  assert.ok(isDoor('/api/pictures') && isDoor('/api/pictures?x') && !isDoor('/api/other') && !isDoor('/pictures'));
});
