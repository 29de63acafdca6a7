import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { drawn, site as siteLines } from '@/db/seed/site-texts';
import { readPlan, readSite } from '../rules';
import { HomeLine } from './consequence';

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
