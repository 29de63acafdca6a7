import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { drawn, site as siteLines } from '@/db/seed/site-texts';
import { readPlan, readSite } from '../rules';
import { EntranceCards, HomeCard, HomeLine } from './consequence';

test('on a sheet for a whole entrance it is the nearest home’s, and says so; on a household’s own page it is theirs', () => {
  const site = readSite(siteLines);
  assert.ok(site.ok);
  const plan = readPlan(drawn[3] ?? '', site.value);
  assert.ok(plan.ok);
  const over = { site: site.value, siteVersion: 1, before: null, shapes: plan.value };
  const said = (door: string | null) =>
    renderToStaticMarkup(
      createElement(HomeLine, { over, version: 4, locale: 'zh', home: { building: '15', entrance: 1, door } }),
    );
  assert.match(said(null), /^<p><b>本单元最近的一家<\/b> .*第4稿11米/);
  assert.match(said('102'), /^<p><b>您家会怎样<\/b> .*第4稿22米/);
});

test('a household reads its own distance and, where its entrance is spoken of, whose the other one is', () => {
  const site = readSite(siteLines);
  assert.ok(site.ok);
  // The sheds of the demonstration by the north wall of building 15.
  const plan = readPlan('棚 车棚 第1条: 104.5 -6, 113 -6, 113 -3, 104.5 -3', site.value);
  assert.ok(plan.ok);
  const over = { site: site.value, siteVersion: 1, before: null, shapes: plan.value };
  const card = (door: string | null) =>
    renderToStaticMarkup(
      createElement(HomeCard, { over, version: '甲', locale: 'zh', home: { building: '15', entrance: 1, door } }),
    );
  // From the window of 01 √(4.5² + 4²) = 6.02 m, from that of 02 √(4.5² + 16²) = 16.62 m.
  assert.match(card('101'), /窗户到棚边最近处.*甲：6米/);
  assert.doesNotMatch(card('101'), /离得最近的一家/);
  assert.match(card('102'), /窗户到棚边最近处.*甲：17米.*离得最近的一家：到棚边6米。/);
  assert.match(card(null), /本单元最近的一家.*甲：6米/);
  // From the door (113, -21) 5 m to the main road, 15 m up it, 5 m to the corner (113, -6).
  assert.match(card('102'), /从单元门走到棚边.*现在没有 → .*甲：25米/);
  const all = renderToStaticMarkup(createElement(EntranceCards, { over, version: '甲', locale: 'zh' }));
  assert.match(all, /每个单元量的是离得最近的一家.*15号楼1单元.*甲：6米/);
});
