import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from '@/tests/verbs';
import { rates } from './rates';
import { tally } from './tally';

const folder = mkdtempSync(join(tmpdir(), 'tongxin-cli-'));
after(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const roll = 'unit,owner,area,status\n1,a,90.00,delivered\n2,b,80,delivered\n3,,70.5,unsold\n';
const ballots = 'owner,choice,delivered\na,yes,yes\nb,,yes\n@developer,no,yes\n';

test('tally prints the shape other programs rely on', async () => {
  const args = ['--roll', file('roll.csv', roll), '--ballots', file('ballots.csv', ballots), '--kind', 'general'];
  const none = await run(tally, ...args);
  assert.equal(none.status, 0, none.stderr);
  const strict = {
    total: { area: '240.50', heads: 3 },
    participating: { area: '160.50', heads: 2 },
    yes: { area: '90.00', heads: 1 },
    no: { area: '70.50', heads: 1 },
    abstain: { area: '0.00', heads: 0 },
    quorum: { area: true, heads: true },
    majority: { area: true, heads: false },
    result: 'rejected',
    policy: 'none',
  };
  assert.deepEqual(none.json(), { ...strict, strict });
  const deemed = (await run(tally, ...args, '--non-response', 'deemed_abstain')).json();
  assert.deepEqual(deemed.abstain, { area: '80.00', heads: 1 });
  assert.equal(deemed.policy, 'deemed_abstain');
  assert.deepEqual(deemed.strict, strict);
});

test('tally names every offending line and counts nothing', async () => {
  const bad = 'unit,owner,area,status\n1,a,90.001,delivered\n2,b,80,sold\n3,c,70,delivered\n3,d,70,delivered\n';
  const twice = 'owner,choice,delivered\nc,yes,yes\nc,no,yes\nz,yes,yes\nc,maybe,perhaps\n';
  const args = ['--roll', file('bad.csv', bad), '--ballots', file('twice.csv', twice), '--kind', 'general'];
  const refused = await run(tally, ...args);
  assert.equal(refused.status, 1);
  assert.equal(refused.stdout, '');
  const at = (name: string) => [...refused.stderr.matchAll(new RegExp(`${name} line (\\d)`, 'g'))].map((hit) => hit[1]);
  assert.deepEqual(at('bad.csv'), ['2', '3', '5']);
  assert.deepEqual(at('twice.csv'), ['3', '4', '5', '5']);
});

test('nobody voting is a result, an empty roll is not', async () => {
  const [nobody, units] = [file('nobody.csv', 'owner,choice,delivered\n'), file('roll.csv', roll)];
  const got = (await run(tally, '--roll', units, '--ballots', nobody, '--kind', 'special')).json();
  assert.deepEqual([got.result, got.participating], ['no_quorum', { area: '0.00', heads: 0 }]);
  const empty = file('empty.csv', 'unit,owner,area,status\n');
  assert.equal((await run(tally, '--roll', empty, '--ballots', nobody, '--kind', 'special')).status, 1);
});

test('usage and help', async () => {
  const shell = spawnSync(process.execPath, ['--import', 'tsx', 'cli/main.ts', 'tally']);
  assert.equal(shell.status, 2);
  assert.equal((await run(tally, '--roll', 'x', '--ballots', 'y', '--kind', 'other')).status, 2);
  assert.equal((await run(rates, '--callbacks', 'x', '--profile', 'mars')).status, 2);
  assert.equal((await run(rates, '--callbacks', join(folder, 'none.csv'))).status, 1);
  const help = await run(rates, '--help');
  assert.equal(help.status, 0);
  assert.match(help.stdout, /--callbacks/);
});

const head = 'case,scope,effective,contacted,resolved,satisfied\n';

test('rates prints both views, and null where there is nothing to divide by', async () => {
  const rows = [
    '1,three_rates,yes,yes,yes,满意',
    '2,three_rates,yes,yes,partial,基本满意',
    '3,excluded,yes,yes,no,不满意',
    '4,three_rates,no,no,,',
  ];
  const got = await run(rates, '--callbacks', file('callbacks.csv', `\uFEFF${head}${rows.join('\r\n')}\r\n`));
  assert.equal(got.status, 0, got.stderr);
  assert.deepEqual(got.json(), {
    assessed: {
      response: { n: '2', d: '2', pct: '100.00' },
      resolution: { n: '1', d: '2', pct: '50.00' },
      satisfaction: { n: '1.9', d: '2', pct: '95.00' },
      composite: '73.0',
    },
    full: {
      response: { n: '3', d: '3', pct: '100.00' },
      resolution: { n: '1', d: '3', pct: '33.33' },
      satisfaction: { n: '1.9', d: '3', pct: '63.33' },
      composite: '52.0',
    },
  });
  const only = (await run(rates, '--callbacks', file('only.csv', `${head}1,response_only,yes,yes,,\n`))).json();
  assert.deepEqual(only.assessed, {
    response: { n: '1', d: '1', pct: '100.00' },
    resolution: null,
    satisfaction: null,
    composite: null,
  });
});

test('rates reads gb18030 and refuses by line', async () => {
  const gb = Buffer.concat([
    Buffer.from(`${head}1,three_rates,yes,yes,yes,`),
    Buffer.from([0xc2, 0xfa, 0xd2, 0xe2]),
    Buffer.from('\n'),
  ]);
  assert.equal((await run(rates, '--callbacks', file('gb.csv', gb))).json().assessed.satisfaction.n, '1');
  const bad = await run(
    rates,
    '--callbacks',
    file('bad-rates.csv', `${head}1,three_rates,yes,yes,,好\n1,all,y,yes,no,\n`),
  );
  assert.equal(bad.status, 1);
  assert.equal(bad.stdout, '');
  assert.equal([...bad.stderr.matchAll(/line 2/g)].length, 2);
  assert.equal([...bad.stderr.matchAll(/line 3/g)].length, 2);
});
