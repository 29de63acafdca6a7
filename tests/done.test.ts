import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const features = new URL('../features/', import.meta.url);

/** Whatever is asked of it, something that stands in an address. */
const anything = new Proxy({}, { get: (_, name) => (name === Symbol.toPrimitive ? () => '1' : 1) });
/** A form that was sent from nowhere in particular. */
const sent = new Proxy({}, { get: () => '' });

interface Leading {
  leadsTo?: (done: object) => string;
}

/** Where every form leads whoever has done it. */
async function ways(): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const feature of readdirSync(features)) {
    const file = new URL(`${feature}/actions.ts`, features);
    if (!existsSync(file)) continue;
    const actions = (await import(file.href)) as Record<string, Leading>;
    for (const [name, { leadsTo }] of Object.entries(actions))
      for (const locale of ['zh', 'en'])
        if (leadsTo) found.push([name, leadsTo({ locale, community: 'demo', value: anything, values: sent })]);
  }
  return found;
}

test('whatever is done leads to a page that says so: one of one’s own, never a kept page of the board', async () => {
  const all = await ways();
  assert.ok(all.length > 250, `only ${all.length}`);
  assert.deepEqual(
    all.filter(([, way]) => !/^(\/en)?\/(act|desk|door|me)(\/|$)/.test(way)),
    [],
  );
});
